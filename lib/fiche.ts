import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { CommuneChargee } from './communes.ts';

/** What papers are written with: the fonts, and the table that says other alphabets in Latin. */
const PAPIERS: Record<string, [paquet: string, fichier: string]> = {
  'maison-normal.ttf': [
    '@expo-google-fonts/atkinson-hyperlegible-next',
    '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  ],
  'maison-gras.ttf': [
    '@expo-google-fonts/atkinson-hyperlegible-next',
    '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  ],
  'secours-normal.ttf': ['@expo-google-fonts/noto-sans', '400Regular/NotoSans_400Regular.ttf'],
  'secours-gras.ttf': ['@expo-google-fonts/noto-sans', '700Bold/NotoSans_700Bold.ttf'],
  'en-latin/any-ascii.js': ['any-ascii', 'any-ascii.js'],
  'en-latin/block.js': ['any-ascii', 'block.js'],
  'en-latin/package.json': ['any-ascii', 'package.json'],
};

const racineDe = (paquet: string): string => {
  for (const dossier of createRequire(import.meta.url).resolve.paths(paquet) ?? []) {
    const racine = path.join(dossier, paquet);
    if (existsSync(path.join(racine, 'package.json'))) return racine;
  }
  throw new Error(`« ${paquet} » n’est pas installé`);
};

/** Writes what every function of a commune reads: its file, and beside it what its papers are written with. Returns the file's path. */
export const ecrireFiche = (
  dossier: string,
  { commune, demarches, orientations }: CommuneChargee,
): string => {
  mkdirSync(path.join(dossier, 'papiers/en-latin'), { recursive: true });
  for (const [nom, [paquet, fichier]] of Object.entries(PAPIERS))
    copyFileSync(path.join(racineDe(paquet), fichier), path.join(dossier, 'papiers', nom));
  const fiche = path.join(dossier, 'commune.json');
  writeFileSync(fiche, JSON.stringify({ commune, demarches, orientations }));
  return fiche;
};
