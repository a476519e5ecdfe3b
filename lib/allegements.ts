import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, PluginBuild } from 'esbuild';
import { COURRIEL } from './allegements/courriel.ts';
import { FICHIERS } from './allegements/fichiers.ts';
import type { Allegement, Remplacant, Retouche } from './allegements/retouche.ts';
import { FRANCAIS, SANS_DESCRIPTION } from './allegements/schemas.ts';
import { SDK } from './allegements/sdk.ts';

/** Code that Lambda would never reach: what a bundle asks for there is found missing, and nothing else changes. */
export const JAMAIS_ATTEINTS = [
  // Lambda gives its credentials by the environment, which the SDK reads first: these 80 kB would never be loaded.
  ...['ini', 'sso', 'process', 'web-identity', 'http'].map((nom) => `@aws-sdk/credential-provider-${nom}`),
  '@smithy/credential-provider-imds',
];

const PARTOUT: readonly Allegement[] = [COURRIEL, FICHIERS, FRANCAIS, SDK];

/** Leaves out of the bundles what the product never uses of its libraries. */
export const alleger = ({ decrit }: { decrit: boolean }): Plugin => ({
  name: 'parvis-allegements',
  setup: (paquet) => {
    const allegements = decrit ? PARTOUT : [...PARTOUT, SANS_DESCRIPTION];
    for (const remplacant of allegements.flatMap(({ remplacants }) => remplacants))
      remplacer(paquet, remplacant);
    for (const retouche of allegements.flatMap(({ retouches }) => retouches)) retoucher(paquet, retouche);
  },
});

const remplacer = ({ onResolve }: PluginBuild, { demande, chez, par }: Remplacant): void =>
  onResolve({ filter: demande }, ({ importer }) =>
    !chez || chez.test(importer.replaceAll(path.sep, '/')) ? { path: fileURLToPath(par) } : undefined,
  );

const retoucher = ({ onLoad }: PluginBuild, { fichier, dire, loader = 'js' }: Retouche): void =>
  onLoad({ filter: selonLeSysteme(fichier) }, async ({ path: chemin }) => ({
    contents: await dire(await readFile(chemin, 'utf8'), chemin.replaceAll(path.sep, '/')),
    loader,
  }));

/** A path of Windows has other slashes. */
const selonLeSysteme = ({ source }: RegExp): RegExp => new RegExp(source.replaceAll('\\/', '[\\\\/]'));
