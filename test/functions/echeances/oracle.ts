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

/** On which day silence decides; null when it never does. */
const silenceDe = (cas: CasDit): Quantieme | null => {
  const { regime, nombre, unite, recue, evenements } = cas;
  if (regime === 'AUCUN') return null;
  const delai = (jour: Quantieme) => (unite === 'M' ? plusMois(jour, nombre) : jour + nombre);
  // L114-3: an acceptance runs from the competent administration; a rejection from the first, or (R311-13) as the
  // acceptance. Whoever had it before the last transmission was not competent.
  const duCompetent = regime === 'SVA' || cas.competente;
  const saisine = duCompetent
    ? evenements.reduce((tard, { type, le }) => (type === 'transmise' ? Math.max(tard, le) : tard), recue)
    : recue;
  const dernier = evenements.reduce((tard, { le }) => Math.max(tard, le), recue);
  let limite = delai(saisine);
  let attendDesPieces = false;
  let demandes: { jusquau: Quantieme }[] = [];
  let original = false;
  let fraude = { finit: -1, ouverte: false, renouvelee: false, eue: false };
  for (let jour = recue; jour < recue + HORIZON; jour += 1) {
    if (jour === saisine) limite = delai(jour);
    for (const evenement of jour <= dernier ? duJour(evenements, jour) : []) {
      switch (evenement.type) {
        // L231-1, L231-4: silence decides only if nobody answered in time.
        case 'decision-notifiee':
          return null;
        case 'transmise':
          break;
        case 'pieces-demandees':
          // L114-5: the acceptance does not run before the pièces come; the rejection is suspended until the délai imparti ends.
          if (regime === 'SVA') attendDesPieces = true;
          else demandes.push({ jusquau: evenement.jusquau ?? SANS_FIN });
          break;
        case 'pieces-recues':
          if (!evenement.complet) break;
          if (regime === 'SVA' && attendDesPieces) limite = delai(Math.max(jour, saisine));
          attendDesPieces = false;
          demandes = [];
          break;
        // R113-6, R113-11: from the request of the original to the day it is shown.
        case 'original-demande':
          original = true;
          break;
        case 'original-produit':
          original = false;
          break;
        // L115-3, R115-5: three months from the notification, renewed once while they run, never opened again.
        case 'fraude-suspectee':
          if (recue < FRAUDE_DEPUIS) break;
          if (!fraude.eue) fraude = { finit: plusMois(jour, 3), ouverte: true, renouvelee: false, eue: true };
          else if (fraude.ouverte && !fraude.renouvelee && jour <= fraude.finit)
            fraude = { ...fraude, finit: plusMois(fraude.finit, 3), renouvelee: true };
          break;
        case 'fraude-levee':
          fraude = { ...fraude, ouverte: false };
          break;
      }
    }
    if (jour < saisine || attendDesPieces) {
      if (jour > dernier) return null;
      continue;
    }
    const suspendu =
      original || demandes.some(({ jusquau }) => jour < jusquau) || (fraude.ouverte && jour < fraude.finit);
    // A day under suspension does not count: the day of silence is one day farther (L114-5).
    if (suspendu && jour > dernier && (original || demandes.some(({ jusquau }) => jusquau === SANS_FIN)))
      return null;
    if (suspendu) limite += 1;
    else if (jour === limite) return jour;
  }
  return null;
};

/** CRPA R112-11-2: one working day from receipt; ten from the day on which the competent administration has it. */
const accuses = (cas: CasDit): Pick<Reponse, 'accuseEnregistrement' | 'accuseReception'> => {
  const saisine = cas.evenements.reduce(
    (tard, { type, le }) => (type === 'transmise' ? Math.max(tard, le) : tard),
    cas.recue,
  );
  return {
    accuseEnregistrement: ouvresApres(cas.recue, 1, cas),
    accuseReception: ouvresApres(saisine, 10, cas),
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
