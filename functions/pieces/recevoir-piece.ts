import { coffre } from '../platform/coffre.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { nomDeFichier } from './fichier.ts';
import { OCTETS_DE_TETE, typeDesOctets } from './fichier.type.ts';
import { pieceActions } from './piece.actions.ts';
import { pieceStore } from './piece.store.ts';
import { cleAttente, clePiece, OCTETS_MAX } from './piece.ts';

export const recevoirPiece = implement(pieceActions.recevoirPiece, async ({ piece: id }, { now, table }) => {
  const seau = coffre(variable('PIECES'));
  const pieces = pieceStore(table, now);
  const depot = await pieces.getDepot(id);
  if (depot.valeur.etat === 'recu') return depot.valeur;
  const arrive = await seau.entete(cleAttente(id), OCTETS_DE_TETE);
  if (!arrive) throw new Refus('piece-inconnue');
  const refuser = async (code: 'piece-vide' | 'piece-trop-lourde' | 'piece-type-refuse') => {
    await seau.effacer(cleAttente(id));
    throw new Refus(code);
  };
  if (arrive.taille === 0) await refuser('piece-vide');
  if (arrive.taille > OCTETS_MAX) await refuser('piece-trop-lourde');
  const type = await typeDesOctets(arrive.debut);
  if (!type) return refuser('piece-type-refuse');
  await seau.deplacer(cleAttente(id), clePiece(id, depot.valeur.jour), arrive.marque);
  const nom = nomDeFichier(depot.valeur.nom, type);
  const recu = { ...depot.valeur, nom, type, octets: arrive.taille, etat: 'recu' as const };
  pieces.replaceDepot(depot, recu);
  return recu;
});

export const handler = lambda(recevoirPiece);
