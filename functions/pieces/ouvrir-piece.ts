import { litLeSensible } from '../agents/agent.ts';
import { verifierAcces } from '../demandes/demande.acces.ts';
import { noterLecture } from '../demandes/demande.lecture.ts';
import { demandeStore } from '../demandes/demande.store.ts';
import type { Demarche } from '../demarches/demarche.ts';
import { coffre } from '../platform/coffre.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import type { Demandeur } from '../platform/session.ts';
import { pieceActions } from './piece.actions.ts';
import { pieceStore } from './piece.store.ts';
import { clePiece } from './piece.ts';

/** A health document is not for the front desk; nor is one that the catalogue no longer knows. */
const ouvrePiece = (
  demandeur: Demandeur,
  { pour }: { pour: string },
  demarche: Demarche | undefined,
): boolean => {
  if (demandeur.qui !== 'agent' || litLeSensible(demandeur.agent)) return true;
  return demarche !== undefined && !demarche.pieces.some(({ id, sensible }) => id === pour && sensible);
};

export const ouvrirPiece = implement(
  pieceActions.ouvrirPiece,
  async ({ demande: reference, piece: id }, contexte) => {
    const { demandeur, demarches, now, table } = contexte;
    const { valeur } = await demandeStore(table).get(reference);
    verifierAcces(demandeur, valeur);
    const piece = await pieceStore(table, now).get(reference, id);
    const demarche = demarches.find((une) => une.id === valeur.demarche.id);
    if (!ouvrePiece(demandeur, piece, demarche)) throw new Refus('interdit');
    noterLecture(reference, contexte);
    return {
      vers: await coffre(variable('PIECES')).adresseLecture(clePiece(piece.id, piece.jour), piece),
      cookies: [],
    };
  },
);

export const handler = lambda(ouvrirPiece);
