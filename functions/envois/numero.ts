import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import type { Commune } from '../commune/commune.ts';

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

/** A mobile number in E.164 form; undefined when it is not one, or not a mobile. */
export const mobileDe = (saisie: string, calendrier: Commune['calendrier']): string | undefined => {
  const numero = parsePhoneNumberFromString(saisie, PAYS[calendrier]) ?? undefined;
  const metropole = numero?.isValid() ? numero : parsePhoneNumberFromString(saisie, 'FR');
  return metropole?.isValid() ? metropole.number : undefined;
};
