/** Territories whose every kind of number is known: the first digits say where it rings, and whether a text can reach it. */
const FRANCE = ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'MF', 'BL', 'PM', 'NC', 'PF', 'WF'];

type Plans = {
  version: number;
  country_calling_codes: Record<string, string[]>;
  countries: Record<string, unknown>;
};

/** The file of the numbering plans, from the library's own: whole for France, and for the rest of the world its mobiles. */
export const indicatifsDe = ({ mobiles, complets }: Record<'mobiles' | 'complets', string>): string => {
  const { version, country_calling_codes, countries } = JSON.parse(mobiles) as Plans;
  const entiers = (JSON.parse(complets) as Plans).countries;
  const plans: Plans = {
    version,
    country_calling_codes,
    countries: { ...countries, ...Object.fromEntries(FRANCE.map((pays) => [pays, entiers[pays]])) },
  };
  const texte = JSON.stringify(plans).replace(/[\\']/g, '\\$&');
  return [
    "import type { MetadataJson } from 'libphonenumber-js/core';",
    '',
    '/** The numbering plans that the product knows. Written by `node bin/lancer.mjs bin/indicatifs.ts`, not by hand. */',
    'export const INDICATIFS = JSON.parse(',
    `  '${texte}',`,
    ') as MetadataJson;',
    '',
  ].join('\n');
};
