import type { Demarche } from '../demarches/demarche.ts';
import { ajouter } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { jourLocal } from '../platform/lettres.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { arreteLeDelai, demanderPieces as demander, type PieceManquante } from './demande.ts';
import { lettreDePieces } from './lettres.ts';

/** A délai imparti beyond this is a slip of the keyboard, and would suspend a demande for years. */
const DELAI_MAX = 'P6M';

export const demanderPieces = implement(demandeActions.demanderPieces, async (saisie, contexte) => {
  const { commune, demarches, now } = contexte;
  const aujourdhui = jourLocal(now.toISOString(), commune.fuseau);
  if (saisie.jusquau <= aujourdhui || saisie.jusquau > ajouter(aujourdhui, DELAI_MAX))
    throw new Refus('entree-invalide', [
      { champ: 'jusquau', phrase: 'Choisissez une date à venir, dans les six mois.' },
    ]);
  const dossier = await ouvrirDossier(saisie, contexte);
  const pieces = saisie.pieces.map((piece, i) =>
    manquante(
      piece,
      `autre-${dossier.demande.reglage}-${i + 1}`,
      demarches.find(({ id }) => id === dossier.demande.demarche.id),
    ),
  );
  const incomplete = demander(dossier.demande, pieces, {
    type: 'pieces-demandees',
    pieces: pieces.map(({ nom }) => nom),
    jusquau: saisie.jusquau,
    arreteLeDelai: arreteLeDelai(pieces),
    ...dossier.signature,
  });
  return dossier.garder(incomplete, lettreDePieces(incomplete, saisie.message));
});

type Demandee = { id?: string | undefined; nom: string; motif: string };

/** A pièce of the catalogue keeps its fondement; one that the agent adds has none, and does not stop the clock. */
const manquante = (
  { id, nom, motif }: Demandee,
  idLibre: string,
  demarche: Demarche | undefined,
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

export const handler = lambda(demanderPieces);
