import * as z from 'zod';

export const PieceId = z.uuid().brand<'PieceId'>();
export type PieceId = z.infer<typeof PieceId>;

export const OCTETS_MAX = 10_000_000;
export const PIECES_MAX = 12;

/** What a phone, a scanner or an office sends. The bytes are looked at again on arrival. */
export const TYPES = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/heic': 'HEIC',
  'image/heif': 'HEIC',
} as const;
export const TypePiece = z.enum(Object.keys(TYPES) as [keyof typeof TYPES]);
export type TypePiece = z.infer<typeof TypePiece>;

/** A file on its way in: kept two days, until a demande takes it. */
export const Depot = z.object({
  id: PieceId,
  nom: z.string(),
  /** Until its bytes are looked at, what it said of itself, if anything. */
  type: TypePiece.or(z.literal('application/octet-stream')),
  octets: z.number().int(),
  /** The day of its coming, which is a part of its address. */
  jour: z.iso.date(),
  /** `pris`: a demande has it, and it is never forgotten. */
  etat: z.enum(['attendu', 'recu', 'pris']),
});
export type Depot = z.infer<typeof Depot>;

/** A file of a demande, under the pièce that it answers. */
export const Piece = z.object({
  id: PieceId,
  pour: z.string(),
  nom: z.string(),
  type: TypePiece,
  octets: z.number().int(),
  jour: z.iso.date().optional(),
  recueLe: z.iso.datetime(),
  deposeePar: z.string(),
  /** The commune joined it to what it wrote: it answers no pièce. */
  deLaMairie: z.literal(true).optional(),
});
export type Piece = z.infer<typeof Piece>;

/** Where a file is sent to, and where it is kept once looked at: the address to send to never reaches the second. */
export const cleAttente = (id: PieceId): string => `attente/${id}`;
export const clePiece = (id: PieceId, jour?: string): string =>
  jour ? `${dossierDu(jour)}${id}` : `pieces/${id}`;

/** Files sent on a day stand together, so that those which no demande took can be found. */
export const dossierDu = (jour: string): string => `pieces/${jour}/`;
