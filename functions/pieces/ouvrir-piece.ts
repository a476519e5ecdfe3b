import { verifierAcces } from '../demandes/demande.acces.ts';
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
  async ({ demande: reference, piece: id }, { demandeur, now, table }) => {
    const { valeur } = await demandeStore(table).get(reference);
    verifierAcces(demandeur, valeur);
    const piece = await pieceStore(table, now).get(reference, id);
    return { vers: await coffre(variable('PIECES')).adresseLecture(clePiece(piece.id), piece), cookies: [] };
  },
);

export const handler = lambda(ouvrirPiece);
