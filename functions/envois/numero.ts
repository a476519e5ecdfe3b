import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import type { Commune } from '../commune/commune.ts';
import { INDICATIFS } from './indicatifs.ts';

/** Where a number written without its country code is dialled from. */
const PAYS: Record<Commune['calendrier'], CountryCode> = {
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

/** Country codes of the French numbering plan, where 06 and 07 are the mobiles (ARCEP). */
const PLAN_FRANCAIS = ['33', '262', '590', '594', '596'];

/** A mobile number in E.164 form; undefined when it is not one. */
export const mobileDe = (saisie: string, calendrier: Commune['calendrier']): string | undefined => {
  const lus = [PAYS[calendrier], 'FR' as const].map((pays) => lire(saisie, pays));
  return lus.find((numero) => numero && estMobile(numero))?.number;
};

const lire = (saisie: string, pays: CountryCode): PhoneNumber | undefined =>
  parsePhoneNumberFromString(saisie, pays, INDICATIFS);

/** Can it receive a code? Texts to numbers abroad are what fraudsters make a commune pay for. */
export const portableFrancais = (saisie: string, calendrier: Commune['calendrier']): boolean => {
  const numero = mobileDe(saisie, calendrier);
  const lu = numero && lire(numero, 'FR');
  return Boolean(lu && (PLAN_FRANCAIS.includes(lu.countryCallingCode) || lu.country === PAYS[calendrier]));
};

/** The library's list of valid numbers is stricter than the plan: it refuses those kept for fiction. */
const estMobile = (numero: PhoneNumber): boolean =>
  PLAN_FRANCAIS.includes(numero.countryCallingCode)
    ? numero.isPossible() && /^[67]/.test(numero.nationalNumber)
    : numero.isValid() && numero.getType() !== 'FIXED_LINE';
