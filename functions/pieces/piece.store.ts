import { Refus } from '../platform/refus.ts';
import type { Lu, Table } from '../platform/table.ts';
import { Depot, Piece, type PieceId } from './piece.ts';

/** A file that no demande took is forgotten after two days. */
const DUREE_DEPOT = 48 * 3600;

/**
 * pk DEPOT#<id>, sk DEPOT: a file on its way in, until `ttl`.
 * pk DEMANDE#<reference>, sk PIECE#<id>: a file of a demande.
 */
const cleDepot = (id: PieceId) => ({ pk: `DEPOT#${id}`, sk: 'DEPOT' });
const clePiece = (reference: string, id: PieceId) => ({ pk: `DEMANDE#${reference}`, sk: `PIECE#${id}` });

export const pieceStore = (table: Table, now: Date) => ({
  addDepot: (depot: Depot): void =>
    table.add({
      ...cleDepot(depot.id),
      type: 'DEPOT',
      corps: depot,
      ttl: Math.floor(now.getTime() / 1000) + DUREE_DEPOT,
    }),
  /** Throws `piece-inconnue` when it never came, was taken, or has expired. */
  getDepot: async (id: PieceId): Promise<Lu<Depot> & { ttl: number }> => {
    const item = await table.get(cleDepot(id));
    if (!item || (item.ttl ?? 0) * 1000 <= now.getTime()) throw new Refus('piece-inconnue');
    return { valeur: Depot.parse(item.corps), version: item.version, ttl: item.ttl ?? 0 };
  },
  replaceDepot: ({ version, ttl }: Lu<Depot> & { ttl: number }, depot: Depot): void =>
    table.replace({ ...cleDepot(depot.id), type: 'DEPOT', corps: depot, version, ttl }),
  /** Moves a file from the waiting room into a demande; two demandes cannot take the same one. */
  add: (reference: string, piece: Piece): void => {
    table.remove(cleDepot(piece.id));
    table.add({ ...clePiece(reference, piece.id), type: 'PIECE', corps: piece });
  },
  get: async (reference: string, id: PieceId): Promise<Piece> => {
    const item = await table.get(clePiece(reference, id));
    if (!item) throw new Refus('introuvable');
    return Piece.parse(item.corps);
  },
});

/** Takes the files that were sent for some pièces. Throws `piece-inconnue` when one never arrived whole. */
export const prendre = async (
  pieces: ReturnType<typeof pieceStore>,
  jointes: readonly { pour: string; depot: PieceId }[],
  par: { le: string; nom: string },
): Promise<Piece[]> =>
  Promise.all(
    jointes.map(async ({ pour, depot }) => {
      const { valeur } = await pieces.getDepot(depot);
      if (valeur.etat !== 'recu')
        throw new Refus('piece-inconnue', [
          { champ: pour, phrase: `« ${valeur.nom} » n’est pas arrivé entier. Envoyez-le à nouveau.` },
        ]);
      const { id, nom, type, octets } = valeur;
      return { id, pour, nom, type, octets, recueLe: par.le, deposeePar: par.nom };
    }),
  );
