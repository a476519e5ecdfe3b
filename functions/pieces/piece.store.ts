import { Refus } from '../platform/refus.ts';
import type { Lu, Table } from '../platform/table.ts';
import { Depot, Piece, type PieceId, TypePiece } from './piece.ts';

/** A file that no demande took is forgotten after two days. */
const DUREE_DEPOT = 48 * 3600;

/** The mark of a file that was taken outlives the nights that look for forgotten ones. */
const DUREE_MARQUE = 30 * 24 * 3600;

/**
 * pk DEPOT#<id>, sk DEPOT: a file on its way in, until `ttl`.
 * pk DEMANDE#<reference>, sk PIECE#<id>: a file of a demande.
 */
const cleDepot = (id: PieceId) => ({ pk: `DEPOT#${id}`, sk: 'DEPOT' });
const clePiece = (reference: string, id: PieceId) => ({ pk: `DEMANDE#${reference}`, sk: `PIECE#${id}` });

export const pieceStore = (table: Table, now: Date) => ({
  addDepot: (depot: Depot): void =>
    table.add({ ...cleDepot(depot.id), type: 'DEPOT', corps: depot, ttl: dans(now, DUREE_DEPOT) }),
  /** Throws `piece-inconnue` when it never came, was taken, or has expired. */
  getDepot: async (id: PieceId): Promise<DepotLu> => {
    const item = await table.get(cleDepot(id));
    const valeur = item && Depot.parse(item.corps);
    if (!item || !valeur || valeur.etat === 'pris' || (item.ttl ?? 0) * 1000 <= now.getTime())
      throw new Refus('piece-inconnue');
    return { valeur, version: item.version, ttl: item.ttl ?? 0 };
  },
  replaceDepot: ({ version, ttl }: DepotLu, depot: Depot): void =>
    table.replace({ ...cleDepot(depot.id), type: 'DEPOT', corps: depot, version, ttl }),
  /** Gives a file to a demande; the mark left behind stops a second demande, and the nightly forgetting. */
  add: (reference: string, { depot, piece }: Prise): void => {
    const pris = { ...depot.valeur, etat: 'pris' as const };
    table.replace({
      ...cleDepot(piece.id),
      type: 'DEPOT',
      corps: pris,
      version: depot.version,
      ttl: dans(now, DUREE_MARQUE),
    });
    table.add({ ...clePiece(reference, piece.id), type: 'PIECE', corps: piece });
  },
  /** Keeps a file that came inside a mail, and never waited. */
  join: (reference: string, piece: Piece): void =>
    table.add({ ...clePiece(reference, piece.id), type: 'PIECE', corps: piece }),
  get: async (reference: string, id: PieceId): Promise<Piece> => {
    const item = await table.get(clePiece(reference, id));
    if (!item) throw new Refus('introuvable');
    return Piece.parse(item.corps);
  },
  /** Has a demande taken this file? */
  estPris: async (id: PieceId): Promise<boolean> => {
    const item = await table.get(cleDepot(id));
    return item !== undefined && Depot.parse(item.corps).etat === 'pris';
  },
});

export type DepotLu = Lu<Depot> & { ttl: number };
type Prise = { depot: DepotLu; piece: Piece };

/** Files of the commune, joined to what an agent writes. Throws `piece-inconnue`. */
export const prendreDeLaMairie = async (
  pieces: ReturnType<typeof pieceStore>,
  depots: readonly PieceId[],
  par: { le: string; nom: string },
): Promise<Prise[]> => {
  const jointes = depots.map((depot) => ({ pour: DE_LA_MAIRIE, depot }));
  const prises = await prendre(pieces, jointes, par);
  return prises.map(({ depot, piece }) => ({ depot, piece: { ...piece, deLaMairie: true } }));
};

const DE_LA_MAIRIE = 'mairie';

const dans = (now: Date, secondes: number): number => Math.floor(now.getTime() / 1000) + secondes;

/** Takes the files that were sent for some pièces. Throws `piece-inconnue` when one never arrived whole. */
export const prendre = async (
  pieces: ReturnType<typeof pieceStore>,
  jointes: readonly { pour: string; depot: PieceId }[],
  par: { le: string; nom: string },
): Promise<Prise[]> =>
  Promise.all(
    jointes.map(async ({ pour, depot: attendu }) => {
      const depot = await pieces.getDepot(attendu);
      const { id, nom, type, octets, jour, etat } = depot.valeur;
      const vu = TypePiece.safeParse(type);
      if (etat !== 'recu' || !vu.success)
        throw new Refus('piece-inconnue', [
          { champ: pour, phrase: `« ${nom} » n’est pas arrivé entier. Envoyez-le à nouveau.` },
        ]);
      return {
        depot,
        piece: { id, pour, nom, type: vu.data, octets, jour, recueLe: par.le, deposeePar: par.nom },
      };
    }),
  );
