import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What the fronts are made of. */
const SOURCES = ['web', 'functions', 'vite.config.ts', 'package-lock.json'];

/** Builds the fronts into `dist/web` when they are missing or older than their sources. */
export const construireFronts = async (racine: string, tracer: (ligne: string) => void): Promise<string> => {
  const sortie = path.join(racine, 'dist', 'web');
  const temoin = path.join(sortie, '.construit');
  if (!existsSync(path.join(racine, 'vite.config.ts'))) return sortie;
  const recent = Math.max(...SOURCES.map((source) => dernierChangement(path.join(racine, source))));
  if (existsSync(temoin) && statSync(temoin).mtimeMs >= recent) return sortie;
  tracer('Construction des pages…');
  // Aside first, then swapped: a start that is cut short leaves no half-built page behind.
  const chantier = path.join(racine, 'dist', `web.${process.pid}`);
  mkdirSync(chantier, { recursive: true });
  await vite(racine, ['build', '--outDir', chantier, '--emptyOutDir', '--logLevel', 'error']);
  writeFileSync(path.join(chantier, '.construit'), '');
  utimesSync(path.join(chantier, '.construit'), recent / 1000 + 1, recent / 1000 + 1);
  remplacer(sortie, chantier);
  return sortie;
};

const remplacer = (sortie: string, chantier: string): void => {
  rmSync(sortie, { recursive: true, force: true });
  try {
    renameSync(chantier, sortie);
  } catch (erreur) {
    // Another start has just put the same pages there.
    if (!existsSync(sortie)) throw erreur;
    rmSync(chantier, { recursive: true, force: true });
  }
};

/** In a process of its own: the builder keeps hundreds of megabytes that the server has no use for. */
const vite = async (racine: string, args: readonly string[]): Promise<void> => {
  const programme = createRequire(import.meta.url)
    .resolve('vite/package.json')
    .replace('package.json', 'bin/vite.js');
  const enfant = spawn(process.execPath, [programme, ...args], {
    cwd: racine,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(enfant, 'exit')) as [number | null];
  if (code !== 0) throw new Error('La construction des pages a échoué.');
};

const dernierChangement = (chemin: string): number => {
  if (!existsSync(chemin)) return 0;
  const etat = statSync(chemin);
  if (!etat.isDirectory()) return etat.mtimeMs;
  return Math.max(
    etat.mtimeMs,
    ...readdirSync(chemin).map((nom) => dernierChangement(path.join(chemin, nom))),
  );
};
