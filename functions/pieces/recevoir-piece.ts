import { fileTypeFromBuffer } from 'file-type';
import { coffre } from '../platform/coffre.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { pieceActions } from './piece.actions.ts';
import { pieceStore } from './piece.store.ts';
import { cleAttente, clePiece, OCTETS_MAX, TypePiece } from './piece.ts';

/** Enough of a file to know what it is, whatever its name pretends. */
const OCTETS_DE_TETE = 4100;

export const recevoirPiece = implement(pieceActions.recevoirPiece, async ({ piece: id }, { now, table }) => {
  const seau = coffre(variable('PIECES'));
  const pieces = pieceStore(table, now);
  const depot = await pieces.getDepot(id);
  if (depot.valeur.etat === 'recu') return depot.valeur;
  const arrive = await seau.entete(cleAttente(id), OCTETS_DE_TETE);
  if (!arrive || arrive.taille === 0) throw new Refus('piece-inconnue');
  const refuser = async (code: 'piece-trop-lourde' | 'piece-type-refuse') => {
    await seau.effacer(cleAttente(id));
    throw new Refus(code);
  };
  if (arrive.taille > OCTETS_MAX) await refuser('piece-trop-lourde');
  const reel = TypePiece.safeParse((await fileTypeFromBuffer(arrive.debut))?.mime);
  if (!reel.success) return refuser('piece-type-refuse');
  await seau.deplacer(cleAttente(id), clePiece(id, depot.valeur.jour), arrive.marque);
  const recu = { ...depot.valeur, type: reel.data, octets: arrive.taille, etat: 'recu' as const };
  pieces.replaceDepot(depot, recu);
  return recu;
});

export const handler = lambda(recevoirPiece);
