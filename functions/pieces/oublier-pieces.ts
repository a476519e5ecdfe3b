import { coffre } from '../platform/coffre.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { pieceActions } from './piece.actions.ts';
import { pieceStore } from './piece.store.ts';
import { clePiece, dossierDu, PieceId } from './piece.ts';

/** A waiting file lives two days; a week of nights may fail before one is left behind. */
const PREMIER = 3;
const DERNIER = 10;
const JOUR_MS = 24 * 3600 * 1000;

export const oublierPieces = implement(pieceActions.oublierPieces, async (_, contexte) => {
  let oubliees = 0;
  for (let age = PREMIER; age <= DERNIER; age++)
    oubliees += await oublierCellesDu(
      new Date(contexte.now.getTime() - age * JOUR_MS).toISOString().slice(0, 10),
      contexte,
    );
  return { oubliees };
});

/** Only a file that no demande is marked to have taken is erased. */
const oublierCellesDu = async (jour: string, { now, table }: Contexte): Promise<number> => {
  const seau = coffre(variable('PIECES'));
  const pieces = pieceStore(table, now);
  let oubliees = 0;
  for (const cle of await seau.lister(dossierDu(jour))) {
    const id = PieceId.parse(cle.slice(dossierDu(jour).length));
    if (await pieces.estPris(id)) continue;
    await seau.effacer(clePiece(id, jour));
    oubliees += 1;
  }
  return oubliees;
};

export const handler = lambda(oublierPieces);
