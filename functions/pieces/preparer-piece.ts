import { identifiant } from '../platform/aleas.ts';
import { coffre } from '../platform/coffre.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { couper } from '../platform/texte.ts';
import { typeAnnonce } from './fichier.ts';
import { pieceActions } from './piece.actions.ts';
import { pieceStore } from './piece.store.ts';
import { cleAttente, OCTETS_MAX, PieceId } from './piece.ts';

/** Its name is put in shape once its bytes have said what it is. */
const NOM_MAX = 300;

export const preparerPiece = implement(
  pieceActions.preparerPiece,
  async ({ nom, type, octets }, { now, table }) => {
    const annonce = typeAnnonce(type, nom);
    if (!annonce) throw new Refus('piece-type-refuse');
    if (octets === 0) throw new Refus('piece-vide');
    if (octets > OCTETS_MAX) throw new Refus('piece-trop-lourde');
    const id = PieceId.parse(identifiant());
    pieceStore(table, now).addDepot({
      id,
      nom: couper(nom, NOM_MAX),
      type: annonce,
      octets,
      jour: now.toISOString().slice(0, 10),
      etat: 'attendu',
    });
    const url = await coffre(variable('PIECES')).adresseEnvoi(cleAttente(id), { type: annonce, octets });
    return { piece: id, envoi: { url, entetes: { 'content-type': annonce } } };
  },
);

export const handler = lambda(preparerPiece);
