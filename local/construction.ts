import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync, renameSync, mkdirSync } from 'node:fs';
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
  const { build } = await import('vite');
  await build({ configFile: path.join(racine, 'vite.config.ts'), logLevel: 'error', build: { outDir: chantier, emptyOutDir: true } });
  writeFileSync(path.join(chantier, '.construit'), '');
  utimesSync(path.join(chantier, '.construit'), recent / 1000 + 1, recent / 1000 + 1);
  rmSync(sortie, { recursive: true, force: true });
  renameSync(chantier, sortie);
  return sortie;
};

const dernierChangement = (chemin: string): number => {
  if (!existsSync(chemin)) return 0;
  const etat = statSync(chemin);
  if (!etat.isDirectory()) return etat.mtimeMs;
  return Math.max(etat.mtimeMs, ...readdirSync(chemin).map((nom) => dernierChangement(path.join(chemin, nom))));
};
