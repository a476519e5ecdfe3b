import { verifierAcces } from '../demandes/demande.acces.ts';
import { noterLecture } from '../demandes/demande.lecture.ts';
import { demandeStore } from '../demandes/demande.store.ts';
import { coffre } from '../platform/coffre.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { implement } from '../platform/perform.ts';
import { pieceActions } from './piece.actions.ts';
import { pieceStore } from './piece.store.ts';
import { clePiece } from './piece.ts';

export const ouvrirPiece = implement(
  pieceActions.ouvrirPiece,
  async ({ demande: reference, piece: id }, contexte) => {
    const { demandeur, now, table } = contexte;
    const { valeur } = await demandeStore(table).get(reference);
    verifierAcces(demandeur, valeur);
    noterLecture(reference, contexte);
    const piece = await pieceStore(table, now).get(reference, id);
    return {
      vers: await coffre(variable('PIECES')).adresseLecture(clePiece(piece.id, piece.jour), piece),
      cookies: [],
    };
  },
);

export const handler = lambda(ouvrirPiece);
