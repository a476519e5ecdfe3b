import type { Demarche } from '../demarches/demarche.ts';
import { ajouter, type Jour } from '../platform/dates.ts';
import type { Detail } from '../platform/refus.ts';
import type { PieceManquante } from './fait.ts';

/** A délai imparti beyond this is a slip of the keyboard, and would suspend a demande for years. */
const DELAI_MAX = 'P6M';

export const delaiImpartiFautif = (jusquau: Jour | undefined, aujourdhui: Jour): Detail[] =>
  !jusquau || jusquau <= aujourdhui || jusquau > ajouter(aujourdhui, DELAI_MAX)
    ? [{ champ: 'jusquau', phrase: 'Choisissez une date à venir, dans les six mois.' }]
    : [];

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
