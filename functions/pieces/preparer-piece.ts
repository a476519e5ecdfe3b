import { identifiant } from '../platform/aleas.ts';
import { coffre } from '../platform/coffre.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { pieceActions } from './piece.actions.ts';
import { pieceStore } from './piece.store.ts';
import { cleAttente, OCTETS_MAX, PieceId, TypePiece } from './piece.ts';

export const preparerPiece = implement(
  pieceActions.preparerPiece,
  async ({ nom, type, octets }, { now, table }) => {
    const connu = TypePiece.safeParse(type);
    if (!connu.success) throw new Refus('piece-type-refuse');
    if (octets > OCTETS_MAX) throw new Refus('piece-trop-lourde');
    const id = PieceId.parse(identifiant());
    pieceStore(table, now).addDepot({
      id,
      nom,
      type: connu.data,
      octets,
      jour: now.toISOString().slice(0, 10),
      etat: 'attendu',
    });
    const url = await coffre(variable('PIECES')).adresseEnvoi(cleAttente(id), { type: connu.data, octets });
    return { piece: id, envoi: { url, entetes: { 'content-type': connu.data } } };
  },
);

export const handler = lambda(preparerPiece);
