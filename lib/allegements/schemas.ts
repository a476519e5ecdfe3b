import type { Allegement } from './retouche.ts';

const absents = (source: string): string =>
  [...source.matchAll(/^export (?:const|function) (\w+)/gm)]
    .map(([, nom]) => `export const ${nom} = absent;`)
    .join('\n');

/** Zod in French only. */
export const FRANCAIS: Allegement = {
  remplacants: [],
  retouches: [{ fichier: /\/zod\/v4\/locales\/en\.js$/, dire: () => 'export default () => ({});' }],
};

/** Zod's writing of JSON schemas, for the bundles that do not describe the API: there, asking for one throws. */
export const SANS_DESCRIPTION: Allegement = {
  remplacants: [],
  retouches: [
    {
      fichier: /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/,
      dire: (source) =>
        `const absent = () => () => { throw new Error('ce paquet ne décrit pas ses schémas'); };\n${absents(source)}`,
    },
  ],
};
