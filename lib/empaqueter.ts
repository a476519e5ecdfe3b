import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minify } from '@swc/core';
import { build, type Metafile } from 'esbuild';
import { alleger, JAMAIS_ATTEINTS } from './allegements.ts';

const RACINE = path.resolve(import.meta.dirname, '..');

/** An action to bundle: its name, and its file from the root of the repository. */
export type APaqueter = { nom: string; fichier: string };
export type Taille = { octets: number; zippes: number };

/** Bundles every action: `<dossier>/<nom>/index.js`. Throws when an action has no file. */
export const empaqueter = async (
  entrees: readonly APaqueter[],
  dossier: string,
): Promise<Map<string, Taille>> => {
  verifierFichiers(entrees);
  const metas = [];
  for (const decrit of [true, false]) metas.push(await assembler(entrees, { dossier, decrit }));
  // The repository is of ES modules; what Lambda gets, alone in its folder, is not.
  await writeFile(path.join(dossier, 'package.json'), '{ "type": "commonjs" }');
  await writeFile(path.join(dossier, 'meta.json'), JSON.stringify(unir(metas)));
  const tailles = entrees.map(
    async ({ nom }) => [nom, await reduire(path.join(dossier, nom, 'index.js'))] as const,
  );
  return new Map(await Promise.all(tailles));
};

/** The only action that writes out the schemas of the others. */
const DECRIT = /\bdecrire-api\.ts$/;

type Dans = { dossier: string; decrit: boolean };

const assembler = async (entrees: readonly APaqueter[], { dossier, decrit }: Dans): Promise<Metafile> => {
  const { metafile } = await build({
    absWorkingDir: RACINE,
    entryPoints: entrees
      .filter(({ fichier }) => DECRIT.test(fichier) === decrit)
      .map(({ nom, fichier }) => ({ in: path.resolve(RACINE, fichier), out: `${nom}/index` })),
    outdir: dossier,
    bundle: true,
    minify: true,
    metafile: true,
    logLevel: 'warning',
    platform: 'node',
    target: 'node24',
    // An ESM `import 'node:http'` costs 30 ms at cold start in Node 24; a CommonJS bundle does not.
    format: 'cjs',
    mainFields: ['module', 'main'],
    conditions: ['module'],
    external: JAMAIS_ATTEINTS,
    // fontkit brings a dictionary that Node has.
    alias: { 'brotli/decompress.js': fileURLToPath(import.meta.resolve('./remplacants/brotli.ts')) },
    plugins: [alleger({ decrit })],
    sourcemap: 'linked',
    sourcesContent: false,
    loader: { '.woff': 'binary', '.woff2': 'binary', '.ttf': 'binary', '.icc': 'binary' },
    // CommonJS has no `import.meta`: packages that look for their own files read this instead.
    define: { 'import.meta.url': 'urlDuPaquet' },
    banner: { js: "const urlDuPaquet=require('node:url').pathToFileURL(__filename).href;" },
  });
  return metafile;
};

const unir = (metas: readonly Metafile[]): Metafile => ({
  inputs: Object.assign({}, ...metas.map(({ inputs }) => inputs)),
  outputs: Object.assign({}, ...metas.map(({ outputs }) => outputs)),
});

const verifierFichiers = (entrees: readonly APaqueter[]): void => {
  const absents = entrees.filter(({ fichier }) => !existsSync(path.resolve(RACINE, fichier)));
  if (absents.length === 0) return;
  const lignes = absents.map(
    ({ nom, fichier }) => `  - « ${nom} » est au manifeste, mais ${fichier} n’existe pas`,
  );
  throw new Error(`Rien n’est empaqueté : ${absents.length} action(s) sans fichier.\n${lignes.join('\n')}`);
};

/** A second minifier sees what the first one joined: 6 % less. */
const reduire = async (fichier: string): Promise<Taille> => {
  const carte = `${fichier}.map`;
  // It does continue the map of the first one, although its published types only know a boolean.
  const sourceMap = { content: await readFile(carte, 'utf8') } as unknown as boolean;
  const { code, map = '' } = await minify(await readFile(fichier, 'utf8'), {
    compress: true,
    mangle: true,
    toplevel: true,
    sourceMap,
  });
  const contenu = Buffer.from(`${code}\n//# sourceMappingURL=index.js.map\n`);
  await Promise.all([writeFile(fichier, contenu), writeFile(carte, map)]);
  return { octets: contenu.length, zippes: gzipSync(contenu, { level: 9 }).length };
};
