import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { CommuneChargee } from './communes.ts';

const POLICES = ['noto-sans-latin-400-normal.woff', 'noto-sans-latin-700-normal.woff'];

/** Writes what every function of a commune reads: its file, and beside it the fonts of its documents. Returns the file's path. */
export const ecrireFiche = (dossier: string, { commune, demarches }: CommuneChargee): string => {
  mkdirSync(path.join(dossier, 'polices'), { recursive: true });
  const sources = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans/package.json')),
    'files',
  );
  for (const police of POLICES)
    copyFileSync(path.join(sources, police), path.join(dossier, 'polices', police));
  const fiche = path.join(dossier, 'commune.json');
  writeFileSync(fiche, JSON.stringify({ commune, demarches }));
  return fiche;
};
