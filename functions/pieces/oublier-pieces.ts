import { coffre } from '../platform/coffre.ts';
import { pourChaque } from '../platform/flux.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { implement } from '../platform/perform.ts';
import { pieceActions } from './piece.actions.ts';
import { clePiece, Depot } from './piece.ts';

/** A waiting file that vanishes after its time was taken by no one: a demande only takes it before. */
export const oublierPieces = implement(pieceActions.oublierPieces, async ({ Records }, { now }) =>
  pourChaque(Records, async ({ avant, apres }) => {
    const perime = avant && !apres && (avant.ttl ?? 0) * 1000 <= now.getTime();
    if (perime) await coffre(variable('PIECES')).effacer(clePiece(Depot.parse(avant.corps).id));
  }),
);

export const handler = lambda(oublierPieces);
