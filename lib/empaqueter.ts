import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { alleger, JAMAIS_ATTEINTS } from './allegements.ts';

const RACINE = path.resolve(import.meta.dirname, '..');

/** An action to bundle: its name, and its file from the root of the repository. */
export type APaqueter = { nom: string; fichier: string };
export type Taille = { octets: number; zippes: number };

/** Bundles every action in one esbuild call: `<dossier>/<nom>/index.js`. Throws when an action has no file. */
export const empaqueter = async (
  entrees: readonly APaqueter[],
  dossier: string,
): Promise<Map<string, Taille>> => {
  verifierFichiers(entrees);
  const { metafile } = await build({
    absWorkingDir: RACINE,
    entryPoints: entrees.map(({ nom, fichier }) => ({
      in: path.resolve(RACINE, fichier),
      out: `${nom}/index`,
    })),
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
    plugins: [alleger()],
    sourcemap: 'linked',
    sourcesContent: false,
    loader: { '.woff': 'binary', '.woff2': 'binary', '.ttf': 'binary', '.icc': 'binary' },
    // CommonJS has no `import.meta`: packages that look for their own files read this instead.
    define: { 'import.meta.url': 'urlDuPaquet' },
    banner: { js: "const urlDuPaquet=require('node:url').pathToFileURL(__filename).href;" },
  });
  // The repository is of ES modules; what Lambda gets, alone in its folder, is not.
  writeFileSync(path.join(dossier, 'package.json'), '{ "type": "commonjs" }');
  writeFileSync(path.join(dossier, 'meta.json'), JSON.stringify(metafile));
  return new Map(entrees.map(({ nom }) => [nom, mesurer(path.join(dossier, nom, 'index.js'))]));
};

const verifierFichiers = (entrees: readonly APaqueter[]): void => {
  const absents = entrees.filter(({ fichier }) => !existsSync(path.resolve(RACINE, fichier)));
  if (absents.length === 0) return;
  const lignes = absents.map(
    ({ nom, fichier }) => `  - « ${nom} » est au manifeste, mais ${fichier} n’existe pas`,
  );
  throw new Error(`Rien n’est empaqueté : ${absents.length} action(s) sans fichier.\n${lignes.join('\n')}`);
};

const mesurer = (fichier: string): Taille => {
  const contenu = readFileSync(fichier);
  return { octets: contenu.length, zippes: gzipSync(contenu, { level: 9 }).length };
};
