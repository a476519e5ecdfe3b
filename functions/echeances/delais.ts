import { ajouter, type Delai, delaiEnLettres, type Jour } from '../platform/dates.ts';
import { enBref, enLettres } from '../platform/lettres.ts';
import { ajouterOuvres, type Calendrier, ferieDe, prorogerAuJourOuvre } from './calendrier.ts';
import type { Doctrine } from './doctrine.ts';
import type { Explication } from './explication.ts';
import { distancesPossibles, moisDeDistance, type Residence } from './residence.ts';

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
const DELAI_RECOURS = 'P2M';

/** `residence` is left out when nobody knows it: the day is then that of whoever lives near the tribunal. */
type Contestation = {
  implicite?: boolean;
  delai?: Delai | undefined;
  /** A clear delay, as before the administrative judge. */
  franc?: boolean;
  residence?: Residence | undefined;
  /** The text of a delay that is not the judge's: distance counts before him alone (CJA R421-7). */
  fondement?: Pick<Explication, 'texte' | 'article'>;
};

/** The last day to contest a decision that was notified, or born, on a day. */
export const dernierJourDeRecours = (
  decision: Jour,
  calendrier: Calendrier,
  contestation: Contestation = {},
): Limite => {
  const { delai = DELAI_RECOURS, franc = true, residence, fondement } = contestation;
  const dite = contestee(decision, contestation);
  // A delay that no text calls a clear one is printed at its earliest reading, and never moved.
  if (!franc) {
    const le = ajouter(decision, delai);
    return {
      le,
      explications: [
        { ...dite, phrase: `${dite.phrase} pendant ${delaiEnLettres(delai)} : jusqu’au ${enBref(le)}.` },
      ],
    };
  }
  const distance = residence && !fondement ? moisDeDistance(residence, calendrier) : 0;
  const brut = ajouter(allonger(decision, delai, distance), 'P1D');
  const jusque = `jusqu’au ${enBref(brut)}`;
  const limite = reporter(brut, calendrier, [
    {
      ...dite,
      phrase: `${dite.phrase} pendant ${delaiEnLettres(delai)} francs${distance ? '.' : ` : ${jusque}.`}`,
    },
    ...(residence && distance ? [distanceDite({ residence, distance, jusque })] : []),
  ]);
  if (residence || fondement) return limite;
  const doute = { phrase: distancesPossibles(calendrier), texte: 'CJA', article: 'R421-7' };
  return { ...limite, explications: [...limite.explications, doute] };
};

/** Two months and one more are three, counted at once. */
const allonger = (decision: Jour, delai: Delai, mois: number): Jour =>
  mois > 0 && delai.endsWith('M')
    ? ajouter(decision, `P${Number.parseInt(delai.slice(1), 10) + mois}M`)
    : ajouter(ajouter(decision, delai), `P${mois}M`);

const contestee = (decision: Jour, { implicite = false, fondement }: Contestation): Explication => ({
  phrase: `${implicite ? 'Le rejet né du silence' : 'La décision'} du ${enBref(decision)} peut être contesté${implicite ? '' : 'e'}`,
  ...(fondement ?? { texte: 'CJA', article: implicite ? 'R421-2' : 'R421-1' }),
});

type Distance = { residence: Residence; distance: number; jusque: string };

const distanceDite = ({ residence, distance, jusque }: Distance): Explication => {
  const vit = { metropole: 'en métropole', 'outre-mer': 'outre-mer', etranger: 'à l’étranger' }[residence];
  const plus = distance === 1 ? 'd’un mois' : 'de deux mois';
  return {
    phrase: `La personne vit ${vit} : le délai est plus long ${plus}, ${jusque}.`,
    texte: 'CJA',
    article: 'R421-7',
  };
};

/** Clear (neither end counts), and moved to the next working day (CJA R421-1; CE, 19 September 2014, n° 362568). */
const reporter = (brut: Jour, calendrier: Calendrier, explications: Explication[]): Limite => {
  const le = prorogerAuJourOuvre(brut, calendrier);
  if (le === brut) return { le, explications };
  const ferie = ferieDe(brut, calendrier);
  const phrase = `Le ${enLettres(brut)} n’est pas un jour ouvré${ferie ? ` (${ferie})` : ''} : le délai va jusqu’au ${enLettres(le)}.`;
  return {
    le,
    explications: [...explications, { phrase, texte: 'CE, 19 septembre 2014', article: 'n° 362568' }],
  };
};

/** What is asked of the CADA before a judge, and how its two months are counted (CRPA R343-1). */
export const devantLaCada = ({
  cada,
}: Pick<Doctrine, 'cada'>): Pick<Contestation, 'franc' | 'fondement'> => ({
  franc: cada === 'franc',
  fondement: { texte: 'CRPA', article: 'R343-1' },
});

/** Two months after the CADA has registered what was asked of it, silence confirms the refusal (CRPA R343-5). */
export const confirmationApresCada = (enregistreeLe: Jour): Jour => ajouter(enregistreeLe, 'P2M');

/** By when the reasons of an implicit rejection must be given, once asked (CRPA L232-4). */
export const motifsAuPlusTard = (demandesLe: Jour): Jour => ajouter(demandesLe, 'P1M');

/** Reasons asked and never given leave a year to contest, from the day of the asking (CE, 2 October 2025, n° 504677). */
export const auPlusTardSansRaisons = (demandesLe: Jour): Jour => ajouter(demandesLe, 'P1Y');

/** Until when an unlawful decision that creates rights may be withdrawn (CRPA L242-1). */
export const retraitJusquau = (decision: Jour): Jour => ajouter(decision, 'P4M');
