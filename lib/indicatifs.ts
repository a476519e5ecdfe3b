/** France and its overseas, its neighbours, the European Union, and where many of its residents have a telephone. */
const PAYS = [
  ...['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'MF', 'BL', 'PM', 'NC', 'PF', 'WF'],
  ...['AD', 'BE', 'CH', 'DE', 'ES', 'GB', 'IT', 'LU', 'MC'],
  ...['AT', 'BG', 'CY', 'CZ', 'DK', 'EE', 'FI', 'GR', 'HR', 'HU', 'IE', 'IS', 'LI', 'LT', 'LV', 'MT'],
  ...['NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'DZ', 'MA', 'TN'],
];

type Plans = {
  version: number;
  country_calling_codes: Record<string, string[]>;
  countries: Record<string, unknown>;
};

/** The file of the numbering plans, from the library's own: each country weighs on every function that reads a number. */
export const indicatifsDe = (complets: string): string => {
  const { version, country_calling_codes, countries } = JSON.parse(complets) as Plans;
  const codes = Object.entries(country_calling_codes).flatMap(([code, pays]) => {
    const gardes = pays.filter((un) => PAYS.includes(un));
    return gardes.length > 0 ? [[code, gardes]] : [];
  });
  const plans: Plans = {
    version,
    country_calling_codes: Object.fromEntries(codes) as Plans['country_calling_codes'],
    countries: Object.fromEntries(PAYS.map((pays) => [pays, countries[pays]])),
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
