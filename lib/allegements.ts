import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

/** Code that Lambda would never reach: what a bundle asks for there is found missing, and nothing else changes. */
export const JAMAIS_ATTEINTS = [
  // Lambda gives its credentials by the environment, which the SDK reads first: these 80 kB would never be loaded.
  ...['ini', 'sso', 'process', 'web-identity', 'http'].map((nom) => `@aws-sdk/credential-provider-${nom}`),
  '@smithy/credential-provider-imds',
];

/** What stands for a package in bundles: a few lines of ours that do as much. */
const REMPLACANTS: { demande: RegExp; chez?: RegExp; par: string }[] = [
  { demande: /^brotli\/decompress\.js$/, par: import.meta.resolve('./brotli.ts') },
  { demande: /^@smithy\/core\/event-streams$/, par: import.meta.resolve('./sans-evenements.ts') },
  { demande: /\/mime-types\.js$/, chez: /\/nodemailer\//, par: import.meta.resolve('./types-mime.ts') },
];

/** Leaves out of the bundles what the product never uses of its libraries. */
export const alleger = (): Plugin => ({
  name: 'parvis-allegements',
  setup({ onResolve, onLoad }) {
    for (const { demande, chez, par } of REMPLACANTS)
      onResolve({ filter: demande }, ({ importer }) =>
        !chez || chez.test(importer.replaceAll(path.sep, '/')) ? { path: fileURLToPath(par) } : undefined,
      );
    // No mail of ours takes a part of itself from an address.
    onLoad({ filter: /nodemailer[\\/]dist[\\/]esm[\\/]fetch[\\/]index\.js$/ }, () => ({
      contents: 'export default () => { throw new Error("un courriel ne va rien chercher sur le réseau"); };',
    }));
    onLoad({ filter: /postal-mime[\\/]dist[\\/]esm[\\/]html-entities\.js$/ }, async ({ path: fichier }) => ({
      contents: `export const htmlEntities = ${JSON.stringify(await entitesUsuelles(fichier))};`,
    }));
    onLoad(
      { filter: /client-[a-z0-9-]+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/ },
      ({ path: fichier }) => ({
        contents: nommerLesCles(readFileSync(fichier, 'utf8')),
      }),
    );
  },
});

/**
 * `{ [_h]: … }` becomes `{ "http": … }`. A computed key might run code, so the bundler keeps every shape of every
 * operation of S3 because of it; a plain one lets it drop those that nobody calls.
 */
const nommerLesCles = (source: string): string => {
  const textes = new Map(
    [...source.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, nom = '', texte = '']) => [nom, texte]),
  );
  return source.replace(/\[(_\w+)\]:/g, (tel, nom: string) =>
    textes.has(nom) ? `${textes.get(nom)}:` : tel,
  );
};

/** Letters, punctuation, money and arrows: a citizen's mail holds none of the thousand signs of mathematics. */
const entitesUsuelles = async (fichier: string): Promise<Record<string, string>> => {
  const { htmlEntities } = (await import(pathToFileURL(fichier).href)) as {
    htmlEntities: Record<string, string>;
  };
  const usuelle = /^[ -\u024f\u2000-\u206f\u20a0-\u20bf\u2116-\u2122\u2190-\u2199]$/;
  return Object.fromEntries(Object.entries(htmlEntities).filter(([, signe]) => usuelle.test(signe)));
};
