import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';

const RACINE = path.resolve(import.meta.dirname, '..');
const SOURCES = ['web/**/*', 'functions/**/*.ts', 'vite.config.ts', 'package-lock.json'];

/** The folder of the built fronts, built again when a source is newer: a stale front is never deployed. */
export const construireWeb = async (): Promise<string> => {
  const dossier = path.join(RACINE, 'dist/web');
  if (!estAJour(path.join(dossier, 'index.html'))) {
    const { build } = await import('vite');
    await build({ configFile: path.join(RACINE, 'vite.config.ts'), logLevel: 'error' });
  }
  if (!existsSync(path.join(dossier, 'index.html')))
    throw new Error('La construction des fronts n’a pas écrit dist/web/index.html : lisez vite.config.ts.');
  return dossier;
};

const estAJour = (page: string): boolean =>
  existsSync(page) &&
  SOURCES.flatMap((motif) => globSync(motif, { cwd: RACINE })).every(
    (fichier) => dateDe(path.join(RACINE, fichier)) <= dateDe(page),
  );

const dateDe = (fichier: string): number => statSync(fichier).mtimeMs;
