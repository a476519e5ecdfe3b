import {
  type CountryCode,
  getCountries,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/core';
import { type Commune, SMS_VERS } from '../commune/commune.ts';
import { nomDuPays, telephoneLisible, territoireDe } from '../usagers/telephone.ts';
import { INDICATIFS } from './indicatifs.ts';

type Calendrier = Commune['calendrier'];

/** Where a number written without its country code is dialled from. */
const PAYS: Record<Calendrier, CountryCode> = {
  metropole: 'FR',
  'alsace-moselle': 'FR',
  guadeloupe: 'GP',
  martinique: 'MQ',
  guyane: 'GF',
  'la-reunion': 'RE',
  mayotte: 'YT',
  'saint-martin': 'MF',
  'saint-barthelemy': 'BL',
  'saint-pierre-et-miquelon': 'PM',
  'nouvelle-caledonie': 'NC',
  'polynesie-francaise': 'PF',
  'wallis-et-futuna': 'WF',
};

/** A number, in E.164 form and with where it rings; or what to tell the person who typed it. */
export type NumeroLu = { numero: string; pays: string; mobile: boolean } | { phrase: string };

/**
 * Reads a number by every numbering plan. The first digits of ten say the territory, wherever they are dialled from
 * (ARCEP); six or eight ring in the commune's own. Where two readings stand, the person says which.
 */
export const lireNumero = (saisie: string, calendrier: Calendrier): NumeroLu => {
  const compose = saisie
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
  const ligne = FRANCAIS.exec(compose)?.[1];
  if (ligne) return enFrance(ligne);
  if (compose.startsWith('+')) return deLEtranger(compose);
  const ici = SANS_ZERO.includes(PAYS[calendrier]) ? lire(compose, PAYS[calendrier]) : undefined;
  return ici?.isPossible() ? enLecture(ici) : { phrase: phraseDe(compose) };
};

/** Where a number is dialled without a 0. */
const SANS_ZERO: readonly CountryCode[] = ['NC', 'PF', 'WF', 'PM'];

/** The same, for who lives abroad: their own country dials it in its way, and France may in another. */
export const lireNumeroDe = (
  saisie: string,
  { calendrier, pays = '' }: { calendrier: Calendrier; pays?: string | undefined },
): NumeroLu => {
  const ici = lireNumero(saisie, calendrier);
  const region = getCountries(INDICATIFS).find((une) => pareil(nomDuPays(une), pays));
  const labas = region && !/^\s*(\+|00)/.test(saisie) ? lire(saisie, region) : undefined;
  if (!labas?.isValid() || ('numero' in ici && ici.numero === labas.number)) return ici;
  if ('phrase' in ici) return enLecture(labas);
  const lectures = [labas.number, ici.numero].map(telephoneLisible);
  return { phrase: `Écrivez ce numéro avec son indicatif\u00a0: ${lectures.join(', ou ')}\u00a0?` };
};

const pareil = (un: string, autre: string): boolean =>
  autre !== '' && un.localeCompare(autre, 'fr', { sensitivity: 'base', ignorePunctuation: true }) === 0;

/** Codes of the one ten-digit plan: a number typed with the code of another of its territories is still itself. */
const FRANCAIS = /^(?:\+(?:33|262|590|594|596)0?|0)([1-9]\d{8})$/;

/** Their numbers of ten digits are written 0508 and 0708, but 0508 is their code. */
const SAINT_PIERRE = /^(?:508(\d{6})|(708\d{6}))$/;

const enFrance = (ligne: string): NumeroLu => {
  const [, fixe, mobile] = SAINT_PIERRE.exec(ligne) ?? [];
  if (fixe ?? mobile) return deLEtranger(`+508${fixe ?? mobile}`);
  const pays = territoireDe(ligne) ?? selonLePlan(ligne);
  const lu = lire(ligne, pays);
  return lu ? { ...enLecture(lu), pays } : { phrase: phraseDe(ligne) };
};

/** Numbers in 09 are given out block by block: only the library knows where. */
const selonLePlan = (ligne: string): CountryCode =>
  (ligne.startsWith('9') && OUTRE_MER.find((pays) => lire(ligne, pays)?.isValid())) || 'FR';
const OUTRE_MER = ['RE', 'YT', 'GP', 'MQ', 'GF'] as const;

const deLEtranger = (compose: string): NumeroLu => {
  const lu = parsePhoneNumberFromString(compose, INDICATIFS);
  if (lu?.isPossible()) return enLecture(lu);
  const code = [1, 2, 3].map((long) => compose.slice(1, 1 + long)).find((debut) => debut in CODES);
  return { phrase: code ? tropCourt(CODES[code] ?? []) : SANS_PAYS };
};

const CODES: Record<string, readonly CountryCode[]> = INDICATIFS.country_calling_codes;
const SANS_PAYS =
  'Ce numéro ne commence par l’indicatif d’aucun pays. Il ressemble à +32\u00a0470\u00a012\u00a034\u00a056.';

const tropCourt = ([pays]: readonly CountryCode[]): string =>
  `Ce numéro n’a pas la longueur d’un numéro de ce pays${pays ? ` (${nomDuPays(pays)})` : ''}. Vérifiez-le.`;

const lire = (saisie: string, pays: CountryCode): PhoneNumber | undefined =>
  parsePhoneNumberFromString(saisie, pays, INDICATIFS);

const enLecture = (lu: PhoneNumber) => ({
  numero: lu.number as string,
  pays: lu.country ?? '',
  mobile: estMobile(lu),
});

/** Country codes of the French numbering plan, where 06 and 07 are the mobiles (ARCEP). */
const PLAN_FRANCAIS = ['33', '262', '590', '594', '596'];

/** The library's list of valid numbers is stricter than the plan: it refuses those kept for fiction. */
const estMobile = (lu: PhoneNumber): boolean =>
  PLAN_FRANCAIS.includes(lu.countryCallingCode)
    ? lu.isPossible() && /^[67]/.test(lu.nationalNumber)
    : lu.isValid() && lu.getType() !== 'FIXED_LINE';

const EXEMPLE =
  'Écrivez les dix chiffres, comme 06\u00a012\u00a034\u00a056\u00a078, ou l’indicatif du pays, comme +32.';

/** What a number without its code may have been meant for; never guessed. */
const phraseDe = (compose: string): string => {
  const lectures = [...new Set(candidats(compose).map(telephoneLisible))];
  if (lectures.length === 0) return `Ce numéro n’a pas la bonne longueur. ${EXEMPLE}`;
  return `Écrivez ce numéro avec son indicatif\u00a0: ${lectures.slice(0, 3).join(', ou ')}\u00a0?`;
};

/** A code without its +, a 0 that a spreadsheet ate, a number of the Pacific or of Saint-Pierre. */
const candidats = (compose: string): string[] =>
  [
    parsePhoneNumberFromString(`+${compose}`, INDICATIFS),
    ...(['FR', 'NC', 'PF', 'WF', 'PM'] as const).map((pays) => lire(compose, pays)),
  ].flatMap((lu) => (lu?.isValid() ? [lu.number as string] : []));

/** A mobile number in E.164 form; undefined when it is not one. */
export const mobileDe = (saisie: string, calendrier: Calendrier): string | undefined => {
  const lu = lireNumero(saisie, calendrier);
  return 'numero' in lu && lu.mobile ? lu.numero : undefined;
};

/**
 * Can a text leave for it? Those to numbers abroad are what fraudsters make a commune pay for, and no operator of ours
 * reaches the Pacific or Saint-Pierre: the commune says where (`echanges.smsVers`).
 */
export const smsPossible = (numero: string, vers: readonly string[] = SMS_VERS): boolean => {
  const lu = lireNumero(numero, 'metropole');
  return 'numero' in lu && lu.mobile && vers.includes(lu.pays);
};

/** Can it receive a code? */
export const portableFrancais = (
  saisie: string,
  calendrier: Calendrier,
  vers: readonly string[] = SMS_VERS,
): boolean => {
  const numero = mobileDe(saisie, calendrier);
  return numero !== undefined && smsPossible(numero, vers);
};
