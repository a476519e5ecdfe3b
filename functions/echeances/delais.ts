import { ajouter, type Delai, delaiEnLettres, type Jour } from '../platform/dates.ts';
import { enBref, enLettres } from '../platform/lettres.ts';
import { ajouterOuvres, type Calendrier, ferieDe, prorogerAuJourOuvre } from './calendrier.ts';
import type { Explication } from './explication.ts';

/** A day, and why it is that one. */
export type Limite = { le: Jour; explications: Explication[] };

/** Working days in which the accusés must leave (CRPA R112-11-2). */
const AEE_OUVRES = 1;
const ARE_OUVRES = 10;

/**
 * By when an electronic envoi must be acknowledged: the recording from its receipt, the receipt from the day on which the
 * competent administration has it (CRPA R112-11-2).
 */
export const accusesAuPlusTard = (
  { recueLe, competenteLe = recueLe }: { recueLe: Jour; competenteLe?: Jour | undefined },
  calendrier: Calendrier,
): { aee: Limite; are: Limite } => {
  const aee = ajouterOuvres(recueLe, AEE_OUVRES, calendrier);
  const are = ajouterOuvres(competenteLe, ARE_OUVRES, calendrier);
  const dire = (phrase: string) => [{ phrase, texte: 'CRPA', article: 'R112-11-2' }];
  return {
    aee: {
      le: aee,
      explications: dire(
        `Si l’accusé de réception n’est pas immédiat, un accusé d’enregistrement part au plus tard le ${enBref(aee)}, un jour ouvré après la réception.`,
      ),
    },
    are: {
      le: are,
      explications: dire(
        `L’accusé de réception part au plus tard le ${enBref(are)}, dix jours ouvrés après ${competenteLe === recueLe ? 'la réception' : `la saisine de l’administration compétente, le ${enBref(competenteLe)}`}.`,
      ),
    },
  };
};

/** Two months for a judge, or what a special text says. */
export const DELAI_RECOURS = 'P2M';

type Compte = { implicite?: boolean; delai?: Delai | undefined; franc?: boolean };

/**
 * The last day to contest a decision that was notified, or born, on a day: a clear delay (neither end counts), moved to
 * the next working day (CJA R421-1, R421-2; CE, 19 September 2014, no 362568).
 */
export const dernierJourDeRecours = (
  decision: Jour,
  calendrier: Calendrier,
  { implicite = false, delai = DELAI_RECOURS, franc = true }: Compte = {},
): Limite => {
  const echeance = ajouter(decision, delai);
  // A delay that no text calls a clear one is printed at its earliest reading, and never moved.
  if (!franc) return { le: echeance, explications: [] };
  const brut = ajouter(echeance, 'P1D');
  const le = prorogerAuJourOuvre(brut, calendrier);
  const explications = [
    {
      phrase: `${implicite ? 'Le rejet né du silence' : 'La décision'} du ${enBref(decision)} peut être contesté${implicite ? '' : 'e'} pendant ${delaiEnLettres(delai)} francs : jusqu’au ${enBref(brut)}.`,
      texte: 'CJA',
      article: implicite ? 'R421-2' : 'R421-1',
    },
  ];
  if (le === brut) return { le, explications };
  const ferie = ferieDe(brut, calendrier);
  const phrase = `Le ${enLettres(brut)} n’est pas un jour ouvré${ferie ? ` (${ferie})` : ''} : le délai va jusqu’au ${enLettres(le)}.`;
  return {
    le,
    explications: [...explications, { phrase, texte: 'CE, 19 septembre 2014', article: 'n° 362568' }],
  };
};

/** By when the reasons of an implicit rejection must be given, once asked (CRPA L232-4). */
export const motifsAuPlusTard = (demandesLe: Jour): Jour => ajouter(demandesLe, 'P1M');

/** Reasons asked and never given leave a year to contest, from the day of the asking (CE, 2 October 2025, n° 504677). */
export const auPlusTardSansRaisons = (demandesLe: Jour): Jour => ajouter(demandesLe, 'P1Y');

/** Until when an unlawful decision that creates rights may be withdrawn (CRPA L242-1). */
export const retraitJusquau = (decision: Jour): Jour => ajouter(decision, 'P4M');
