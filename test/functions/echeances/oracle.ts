/**
 * The law's clock, told a second time by someone who has not read the first: whole numbers for days, a calendar of its
 * own, and a walk from one day to the next. Nothing of it comes from `functions/`, so that what the two say alike is
 * neither's habit.
 */

/** Days since 1 January 1970. */
export type Quantieme = number;

export type EvenementDit =
  | { type: 'transmise' | 'decision-notifiee'; le: Quantieme }
  | { type: 'pieces-demandees'; le: Quantieme; jusquau?: Quantieme }
  | { type: 'pieces-recues'; le: Quantieme; complet: boolean }
  | { type: 'original-demande' | 'original-produit' | 'fraude-suspectee' | 'fraude-levee'; le: Quantieme };

export type CasDit = {
  regime: 'SVA' | 'SVR' | 'AUCUN';
  nombre: number;
  unite: 'M' | 'D';
  competente: boolean;
  recue: Quantieme;
  zone: string;
  vendrediSaint: boolean;
  residence: 'metropole' | 'outre-mer' | 'etranger' | undefined;
  cada: boolean;
  evenements: readonly EvenementDit[];
};

export type Reponse = {
  terme: Quantieme | null;
  accuseEnregistrement: Quantieme;
  accuseReception: Quantieme;
  recours: Quantieme | null;
};

// ——— The calendar ———

const BISSEXTILE = (an: number) => (an % 4 === 0 && an % 100 !== 0) || an % 400 === 0;
const LONGUEURS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const longueurDe = (an: number, mois: number): number =>
  mois === 1 && BISSEXTILE(an) ? 29 : (LONGUEURS[mois] ?? 0);

/** The first day of each month from 1970 to 2239, found once by adding lengths. */
const DEBUTS: Quantieme[] = [];
for (let an = 1970, jour = 0; an < 2240; an += 1)
  for (let mois = 0; mois < 12; mois += 1) {
    DEBUTS.push(jour);
    jour += longueurDe(an, mois);
  }

/** The month, counted from January 1970, in which a day lies. */
const rangDuMois = (jour: Quantieme): number => {
  let rang = Math.floor(jour / 30.436875);
  while ((DEBUTS[rang] ?? 0) > jour) rang -= 1;
  while ((DEBUTS[rang + 1] ?? Number.POSITIVE_INFINITY) <= jour) rang += 1;
  return rang;
};

const dans = (rang: number, quantieme: number): Quantieme =>
  (DEBUTS[rang] ?? 0) + Math.min(quantieme, longueurDe(1970 + Math.floor(rang / 12), rang % 12)) - 1;

/** From quantième to quantième; the last day of the month where the quantième is missing. */
const plusMois = (jour: Quantieme, mois: number): Quantieme => {
  const rang = rangDuMois(jour);
  return dans(rang + mois, jour - (DEBUTS[rang] ?? 0) + 1);
};

export const leJour = (an: number, mois: number, quantieme: number): Quantieme =>
  dans((an - 1970) * 12 + mois - 1, quantieme);

export const enClair = (jour: Quantieme): string => {
  const rang = rangDuMois(jour);
  const deux = (n: number) => String(n).padStart(2, '0');
  return `${1970 + Math.floor(rang / 12)}-${deux((rang % 12) + 1)}-${deux(jour - (DEBUTS[rang] ?? 0) + 1)}`;
};

/** Easter Sunday: the full moon of the Church, by golden number and epact (Lilius and Clavius). */
const paquesDe = (an: number): Quantieme => {
  const siecle = Math.floor(an / 100) + 1;
  const solaire = Math.floor((3 * siecle) / 4) - 12;
  const lunaire = Math.floor((8 * siecle + 5) / 25) - 5;
  const or = (an % 19) + 1;
  const brute = (11 * or + 20 + lunaire - solaire) % 30;
  const epacte = (brute + 30) % 30;
  const corrigee = (epacte === 25 && or > 11) || epacte === 24 ? epacte + 1 : epacte;
  let lune = 44 - corrigee;
  if (lune < 21) lune += 30;
  const pleineLune = leJour(an, 3, 1) + lune - 1;
  // 1 January 1970 was a Thursday: Sundays are 3 modulo 7.
  return pleineLune + 7 - ((pleineLune - 3 + 7) % 7);
};

/** Code du travail, L3133-1. */
const FETES_FIXES = [101, 501, 508, 714, 815, 1101, 1111, 1225];
/** Code du travail, L3134-13 and L3422-2. */
const FETES_LOCALES: Record<string, number> = {
  'alsace-moselle': 1226,
  guadeloupe: 527,
  martinique: 522,
  guyane: 610,
  'la-reunion': 1220,
  mayotte: 427,
  'saint-martin': 528,
  'saint-barthelemy': 1009,
};

const anneesConnues = new Map<string, Set<Quantieme>>();
const feriesDe = (an: number, zone: string, vendrediSaint: boolean): Set<Quantieme> => {
  const cle = `${an} ${zone} ${vendrediSaint}`;
  const connue = anneesConnues.get(cle);
  if (connue) return connue;
  const paques = paquesDe(an);
  const fixes = [...FETES_FIXES, ...(FETES_LOCALES[zone] ? [FETES_LOCALES[zone]] : [])];
  const feries = new Set([
    ...fixes.map((fete) => leJour(an, Math.floor(fete / 100), fete % 100)),
    ...[1, 39, 50].map((ecart) => paques + ecart),
    ...(zone === 'alsace-moselle' && vendrediSaint ? [paques - 2] : []),
  ]);
  anneesConnues.set(cle, feries);
  return feries;
};

type Ou = Pick<CasDit, 'zone' | 'vendrediSaint'>;
const chome = (jour: Quantieme, { zone, vendrediSaint }: Ou): boolean => {
  // Saturday is 2 modulo 7, Sunday 3.
  const semaine = jour % 7;
  if (semaine === 2 || semaine === 3) return true;
  return feriesDe(1970 + Math.floor(rangDuMois(jour) / 12), zone, vendrediSaint).has(jour);
};

const ouvresApres = (jour: Quantieme, combien: number, ou: Ou): Quantieme => {
  let atteint = jour;
  for (let comptes = 0; comptes < combien; ) {
    atteint += 1;
    if (!chome(atteint, ou)) comptes += 1;
  }
  return atteint;
};

// ——— The silence ———

/** Does what this begins end later on the same day? What ends comes after what it ends, unless that had begun before. */
const FINS: Record<string, string> = {
  'pieces-recues': 'pieces-demandees',
  'original-produit': 'original-demande',
  'fraude-levee': 'fraude-suspectee',
};
const duJour = (evenements: readonly EvenementDit[], jour: Quantieme): EvenementDit[] => {
  const [debuts, fins]: [EvenementDit[], EvenementDit[]] = [[], []];
  for (const evenement of evenements) {
    if (evenement.le !== jour) continue;
    const debut = FINS[evenement.type];
    const deja = debut && evenements.some(({ type, le }) => type === debut && le < jour);
    (debut && !deja ? fins : debuts).push(evenement);
  }
  return [...debuts, ...fins];
};

/** R115-5 applies to demandes received from 1 March 2026. */
const FRAUDE_DEPUIS = leJour(2026, 3, 1);
/** Until the pièces come, whenever that is. */
const SANS_FIN = Number.POSITIVE_INFINITY;
/** Farther than any delay and any suspension that is tried. */
const HORIZON = 366 * 12;

/** What a day finds as it begins. */
type Etat = {
  /** The day of silence, if no day is suspended any more. */
  limite: Quantieme;
  attendDesPieces: boolean;
  /** The days on which the délais impartis end. */
  impartis: Quantieme[];
  original: boolean;
  fraude: { finit: Quantieme; ouverte: boolean; renouvelee: boolean } | undefined;
  repondu: boolean;
};

type Droit = {
  cas: CasDit;
  /** When the administration from which the delay runs had it. */
  saisine: Quantieme;
  /** The day after which nothing more happens. */
  dernier: Quantieme;
  delai: (jour: Quantieme) => Quantieme;
};

type Effet<T extends EvenementDit['type']> = (
  etat: Etat,
  evenement: Extract<EvenementDit, { type: T }>,
  droit: Droit,
) => Partial<Etat>;

const EFFETS: { [T in EvenementDit['type']]: Effet<T> } = {
  // L231-1, L231-4: silence decides only if nobody answered in time.
  'decision-notifiee': () => ({ repondu: true }),
  transmise: () => ({}),
  // L114-5: the acceptance does not run before the pièces come; the rejection is suspended until the délai imparti ends.
  'pieces-demandees': ({ impartis }, { jusquau = SANS_FIN }, { cas: { regime } }) =>
    regime === 'SVA' ? { attendDesPieces: true } : { impartis: [...impartis, jusquau] },
  'pieces-recues': ({ attendDesPieces, limite }, { complet, le }, { delai, saisine }) =>
    complet
      ? {
          impartis: [],
          attendDesPieces: false,
          limite: attendDesPieces ? delai(Math.max(le, saisine)) : limite,
        }
      : {},
  // R113-6, R113-11: from the request of the original to the day it is shown.
  'original-demande': () => ({ original: true }),
  'original-produit': () => ({ original: false }),
  // L115-3, R115-5: three months from the notification, renewed once while they run, never opened again.
  'fraude-suspectee': ({ fraude }, { le }, { cas: { recue } }) => {
    if (recue < FRAUDE_DEPUIS) return {};
    if (!fraude) return { fraude: { finit: plusMois(le, 3), ouverte: true, renouvelee: false } };
    const court = fraude.ouverte && le <= fraude.finit;
    if (!court || fraude.renouvelee) return {};
    return { fraude: { finit: plusMois(fraude.finit, 3), ouverte: true, renouvelee: true } };
  },
  'fraude-levee': ({ fraude }) => ({ fraude: fraude && { ...fraude, ouverte: false } }),
};

const effet = (etat: Etat, evenement: EvenementDit, droit: Droit): Etat => ({
  ...etat,
  ...(EFFETS[evenement.type] as Effet<EvenementDit['type']>)(etat, evenement, droit),
});

/** Nothing more happens, and no day is known on which it would run again. */
const attendSansFin = ({ attendDesPieces, original, impartis }: Etat): boolean =>
  attendDesPieces || original || impartis.includes(SANS_FIN);

const suspendu = ({ original, impartis, fraude }: Etat, jour: Quantieme): boolean =>
  original || impartis.some((jusquau) => jour < jusquau) || (fraude?.ouverte === true && jour < fraude.finit);

/** Whoever had it before the last transmission was not competent. */
const saisineDe = ({ recue, evenements }: Pick<CasDit, 'recue' | 'evenements'>): Quantieme =>
  evenements.reduce((tard, { type, le }) => (type === 'transmise' ? Math.max(tard, le) : tard), recue);

type Fin = 'rien' | 'suspendu' | 'silence' | 'jamais';

/** What becomes of a day once all that happened on it is known. */
const finDuJour = (etat: Etat, jour: Quantieme, { saisine, dernier }: Droit): Fin => {
  if (etat.repondu || (jour > dernier && attendSansFin(etat))) return 'jamais';
  if (jour < saisine || etat.attendDesPieces) return 'rien';
  if (suspendu(etat, jour)) return 'suspendu';
  return jour === etat.limite ? 'silence' : 'rien';
};

const commencer = (limite: Quantieme): Etat => ({
  limite,
  attendDesPieces: false,
  impartis: [],
  original: false,
  fraude: undefined,
  repondu: false,
});

/** On which day silence decides; null when it never does. */
const silenceDe = (cas: CasDit): Quantieme | null => {
  const { regime, nombre, unite, recue } = cas;
  const delai = (jour: Quantieme) => (unite === 'M' ? plusMois(jour, nombre) : jour + nombre);
  // L114-3: an acceptance runs from the competent administration; a rejection from the first, unless R311-13 says otherwise.
  const saisine = regime === 'SVA' || cas.competente ? saisineDe(cas) : recue;
  const dernier = cas.evenements.reduce((tard, { le }) => Math.max(tard, le), recue);
  return regime === 'AUCUN' ? null : marcher({ cas, saisine, dernier, delai });
};

const vecu = (etat: Etat, jour: Quantieme, droit: Droit): Etat =>
  jour > droit.dernier
    ? etat
    : duJour(droit.cas.evenements, jour).reduce((avant, un) => effet(avant, un, droit), etat);

/** From one day to the next, until silence decides or never can. */
const marcher = (droit: Droit): Quantieme | null => {
  const { recue } = droit.cas;
  let etat = commencer(droit.delai(droit.saisine));
  for (let jour = recue; jour < recue + HORIZON; jour += 1) {
    etat = vecu(etat, jour, droit);
    const fin = finDuJour(etat, jour, droit);
    if (fin === 'silence') return jour;
    if (fin === 'jamais') return null;
    // A day under suspension does not count: the day of silence is one day farther (L114-5).
    if (fin === 'suspendu') etat = { ...etat, limite: etat.limite + 1 };
  }
  return null;
};

/** CRPA R112-11-2: one working day from receipt; ten from the day on which the competent administration has it. */
const accuses = (cas: CasDit): Pick<Reponse, 'accuseEnregistrement' | 'accuseReception'> => {
  return {
    accuseEnregistrement: ouvresApres(cas.recue, 1, cas),
    accuseReception: ouvresApres(saisineDe(cas), 10, cas),
  };
};

/** CJA R421-7: two months more from abroad, one from the other side of the sea. */
const eloignement = ({ zone, residence }: Pick<CasDit, 'zone' | 'residence'>): number => {
  if (residence === undefined) return 0;
  if (residence === 'etranger') return 2;
  const tribunalOutreMer = !['metropole', 'alsace-moselle'].includes(zone);
  return (residence === 'outre-mer') === tribunalOutreMer ? 0 : 1;
};

export const recoursDit = (
  decision: Quantieme,
  cas: Pick<CasDit, 'zone' | 'vendrediSaint' | 'residence' | 'cada'>,
): Quantieme => {
  // CRPA R343-1: two months to go before the CADA, not clear.
  if (cas.cada) return plusMois(decision, 2);
  // CJA R421-1, R421-2: clear; CE 362568: moved to the next day that is worked.
  let dernier = plusMois(decision, 2 + eloignement(cas)) + 1;
  while (chome(dernier, cas)) dernier += 1;
  return dernier;
};

export const oracle = (cas: CasDit): Reponse => {
  const terme = silenceDe(cas);
  return {
    terme,
    ...accuses(cas),
    recours: terme !== null && cas.regime === 'SVR' ? recoursDit(terme, cas) : null,
  };
};
