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

/**
 * A health document is not for the front desk. Nor is what came unasked to a démarche that knows of health, nor what a
 * démarche that was left behind asked for: nobody said what is in it.
 */
const ouvrePiece = (
  { pour }: { pour: string },
  demarche: Demarche | undefined,
  catalogue: readonly Demarche[],
): boolean => {
  if (!demarche) return false;
  const attendue = demarche.pieces.find(({ id }) => id === pour);
  if (attendue) return !attendue.sensible;
  const ailleurs = catalogue.some(({ pieces }) => pieces.some(({ id, sensible }) => id === pour && sensible));
  return !ailleurs && !demarche.traitement.sensibles;
};

const litTout = (demandeur: Demandeur): boolean =>
  demandeur.qui !== 'agent' || litLeSensible(demandeur.agent);

export const ouvrirPiece = implement(
  pieceActions.ouvrirPiece,
  async ({ demande: reference, piece: id }, contexte) => {
    const { demandeur, demarches, now, table } = contexte;
    const { valeur } = await demandeStore(table).get(reference);
    verifierAcces(demandeur, valeur);
    const piece = await pieceStore(table, now).get(reference, id);
    const demarche = demarches.find((une) => une.id === valeur.demarche.id);
    if (!litTout(demandeur) && !ouvrePiece(piece, demarche, demarches)) throw new Refus('interdit');
    noterLecture(reference, contexte);
    return {
      vers: await coffre(variable('PIECES')).adresseLecture(clePiece(piece.id, piece.jour), piece),
      cookies: [],
    };
  },
);

export const handler = lambda(ouvrirPiece);
