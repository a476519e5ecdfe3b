import type { Residence } from '../echeances/residence.ts';
import type { Usager } from './usager.ts';

/** Where the person said they live; undefined when nothing tells it: a company, someone who only wrote. */
export const residenceDe = (usager: Usager): Residence | undefined => {
  if (usager.qualite !== 'particulier') return undefined;
  const { pays, codePostal } = usager.adresse;
  if (pays) return residenceSelonPays(plier(pays));
  if (!codePostal) return undefined;
  if (MONACO.test(codePostal)) return 'etranger';
  return OUTRE_MER.test(codePostal) ? 'outre-mer' : 'metropole';
};

/** Some write their territory where a country is asked. */
const residenceSelonPays = (pays: string): Residence => {
  if (/^(la )?france( metropolitaine)?$/.test(pays)) return 'metropole';
  return TERRITOIRES.some((territoire) => pays.includes(territoire)) ? 'outre-mer' : 'etranger';
};

const plier = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

/** CJA R421-7. */
const TERRITOIRES = [
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint martin',
  'saint barthelemy',
  'saint pierre et miquelon',
  'nouvelle caledonie',
  'polynesie francaise',
  'wallis et futuna',
  'terres australes',
];
/** The postal codes of the départements and collectivités overseas begin by 97 or 98. */
const OUTRE_MER = /^9[78]\d{3}$/;
const MONACO = /^980\d{2}$/;
