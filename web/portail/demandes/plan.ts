import type { Champ, Demarche, PieceAttendue } from '../../../functions/demarches/demarche.ts';
import {
  estDemande,
  peutTaireSonNom,
  piecesDe,
  type Reponses,
  verifierChamps,
} from '../../../functions/demarches/reponses.ts';
import type { Detail } from '../../../functions/platform/refus.ts';
import { SANS_IDENTITE } from '../../ui/champs-identite.ts';
import { fautesIdentite, type Identite } from '../../ui/identite.ts';
import type { Brouillon } from './brouillon.ts';

/** A page of the form. */
export type Etape =
  | { type: 'identite'; titre: string; discrete?: true }
  | { type: 'questions'; titre: string; champs: Champ[] }
  | { type: 'pieces'; titre: string; pieces: PieceAttendue[] }
  | { type: 'recapitulatif'; titre: string };

/** The pages of a form, given what was answered so far: a page with nothing to ask is not shown. */
export const planDe = (demarche: Demarche, reponses: Reponses): Etape[] => {
  const pieces = piecesDe(demarche, reponses);
  const questions = demarche.etapes.filter(({ champs }) =>
    champs.some((champ) => estDemande(champ, reponses)),
  );
  const demandees: Etape[] = [
    ...questions.map(({ titre, champs }) => ({ type: 'questions' as const, titre, champs })),
    ...(pieces.length > 0 ? [{ type: 'pieces' as const, titre: 'Vos documents', pieces }] : []),
  ];
  return [
    // Who may say nothing of themself tells the problem first.
    ...(demarche.sansIdentite ? demandees : []),
    peutTaireSonNom(demarche, reponses)
      ? { type: 'identite', titre: 'Pour vous répondre', discrete: true }
      : { type: 'identite', titre: 'Qui fait la demande' },
    ...(demarche.sansIdentite ? [] : demandees),
    { type: 'recapitulatif', titre: 'Vérifier et envoyer' },
  ];
};

/** Who asks, as this page asks it: nothing but a way to answer, where a name is not needed. */
export const identiteSaisie = (
  { discrete }: { discrete?: boolean | undefined },
  { identite }: Pick<Brouillon, 'identite'>,
): Identite => (discrete ? { ...identite, qualite: SANS_IDENTITE } : identite);

/** What a page misses, in the order of its fields. */
export const fautesDe = (etape: Etape, brouillon: Brouillon, aujourdhui: string): Detail[] => {
  switch (etape.type) {
    case 'identite':
      return fautesIdentite(identiteSaisie(etape, brouillon));
    case 'questions':
      return verifierChamps(etape.champs, brouillon.reponses, aujourdhui);
    case 'pieces':
      return etape.pieces.flatMap((piece) => fautePiece(piece, brouillon));
    case 'recapitulatif':
      return [];
  }
};

const fautePiece = ({ id, nom, obligatoire, plusTard }: PieceAttendue, brouillon: Brouillon): Detail[] => {
  if (
    !obligatoire ||
    brouillon.fichiers.some(({ pour }) => pour === id) ||
    (plusTard && brouillon.plusTard.includes(id))
  )
    return [];
  return [
    {
      champ: id,
      phrase: plusTard
        ? `Ajoutez « ${nom} », ou cochez la case pour l’envoyer plus tard.`
        : `Ajoutez « ${nom} ».`,
    },
  ];
};

/** What one ticks for a pièce that will come later. An acronym keeps its capitals. */
export const promesseDe = (nom: string): string =>
  `J’enverrai plus tard\u00a0: ${nom.replace(/^\p{Lu}(?=[\p{Ll}’ ])/u, (lettre) => lettre.toLowerCase())}`;

/** The names under which the pages know their fields: `reponses.motif` is `motif`. */
const localiser = ({ champ, phrase }: Detail): Detail => ({
  phrase,
  ...(champ && { champ: champ.replace(/^reponses\./, '') }),
});

/** Ties what the commune refused to the page that can mend it; what belongs to no page is left without one. */
export const rattacher = (
  plan: readonly Etape[],
  details: readonly Detail[],
): { numero: number | undefined; detail: Detail }[] =>
  details.map(localiser).map((detail) => {
    const rang = plan.findIndex((etape) => detail.champ !== undefined && porte(etape, detail.champ));
    return { detail, numero: rang < 0 ? undefined : rang + 1 };
  });

export const porte = (etape: Etape, champ: string): boolean => {
  switch (etape.type) {
    case 'identite':
      return champ.startsWith('usager.');
    case 'questions':
      return etape.champs.some(({ id }) => id === champ);
    case 'pieces':
      return champ.startsWith('pieces') || etape.pieces.some(({ id }) => id === champ);
    case 'recapitulatif':
      return false;
  }
};

export const adresseEtape = (demarche: string, numero: number): string =>
  `/demarches/${demarche}/formulaire/${numero}`;
