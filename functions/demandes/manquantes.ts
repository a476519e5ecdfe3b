import type { Demarche } from '../demarches/demarche.ts';
import { DOCTRINE, type Doctrine } from '../echeances/doctrine.ts';
import { ajouter, delaiEnLettres, type Jour } from '../platform/dates.ts';
import { enBref } from '../platform/lettres.ts';
import type { Detail } from '../platform/refus.ts';
import type { PieceManquante } from './fait.ts';

/** A délai imparti beyond this is a slip of the keyboard, and would suspend a demande for years. */
const DELAI_MAX = 'P6M';

/** A délai imparti that leaves no time to answer is none (CRPA L114-5): the commune says how few days it may give. */
export const delaiImpartiFautif = (
  jusquau: Jour | undefined,
  { aujourdhui, doctrine = DOCTRINE, champ = 'jusquau' }: Imparti,
): Detail[] => {
  const auPlusTot = ajouter(aujourdhui, `P${doctrine.delaiImparti}D`);
  if (!jusquau || jusquau > ajouter(aujourdhui, DELAI_MAX))
    return [{ champ, phrase: `Choisissez une date dans les six mois, à partir du ${enBref(auPlusTot)}.` }];
  return jusquau < auPlusTot
    ? [
        {
          champ,
          phrase: `Laissez à la personne au moins ${delaiEnLettres(`P${doctrine.delaiImparti}D`)} : choisissez le ${enBref(auPlusTot)}, ou plus tard.`,
        },
      ]
    : [];
};

type Imparti = { aujourdhui: Jour; doctrine?: Doctrine | undefined; champ?: string };

type Demandee = { id?: string | undefined; nom: string; motif: string };

/** A pièce of the catalogue keeps its fondement; one that the agent adds has none, and does not stop the clock. */
export const manquanteDe = (
  { id, nom, motif }: Demandee,
  { idLibre, demarche }: { idLibre: string; demarche: Demarche | undefined },
): PieceManquante => {
  const modele = demarche?.pieces.find((piece) => piece.id === id);
  if (!modele) return { id: idLibre, nom, motif, indispensable: false, recue: false };
  const { fondement, indispensable, obligatoire } = modele;
  return {
    id: modele.id,
    nom: modele.nom,
    motif,
    indispensable,
    recue: false,
    // What may be left out is required by no text: asking for it does not stop the clock.
    ...(fondement && obligatoire && { fondement }),
  };
};
