import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { JOURS_PASSES } from './calendrier.ts';

/** A town that lives at the first start, or no one. */
export type Population = 'pleine' | 'vide';
type Options = { registre: DatabaseSync; donnees: string; ville: Population; dire(ligne: string): void };

const INTERROMPUE: Record<Population, string> = {
  pleine: 'La ville n’avait pas fini de prendre vie. Elle recommence depuis le début.',
  vide: 'La ville n’avait pas fini de prendre vie. Elle est effacée.',
};

/**
 * Says whether a town must be brought to life in this folder: it is new, or the last attempt was cut short and is
 * wiped. Sets the clock back, which nothing else does, and before anything has looked at it.
 */
export const preparerLaVille = ({ registre, donnees, ville, dire }: Options): boolean => {
  const etat = registre.prepare("SELECT valeur FROM reglages WHERE nom = 'ville'").get()?.valeur;
  if (etat === 'en-cours') {
    dire(INTERROMPUE[ville]);
    vider(registre, donnees);
  } else if (etat !== undefined || existsSync(path.join(donnees, TABLE))) return false;
  if (ville === 'pleine') remonterLeTemps(registre);
  else noter(registre, 'vide');
  return ville === 'pleine';
};

export const finirLaVille = (registre: DatabaseSync): void => noter(registre, 'finie');

const noter = (registre: DatabaseSync, etat: 'vide' | 'en-cours' | 'finie'): void => {
  registre.prepare("INSERT OR REPLACE INTO reglages VALUES ('ville', ?)").run(etat);
};

const remonterLeTemps = (registre: DatabaseSync): void => {
  registre.exec('BEGIN IMMEDIATE');
  noter(registre, 'en-cours');
  registre
    .prepare("INSERT OR REPLACE INTO reglages VALUES ('decalage', ?)")
    .run(String(-JOURS_PASSES * 24 * 3600_000));
  registre.exec('COMMIT');
};

const TABLE = 'table.sqlite';
/** What the engines keep in the folder. Nothing else is touched: the folder belongs to a person. */
const GARDES = [TABLE, `${TABLE}-wal`, `${TABLE}-shm`, 's3', 'fauxqs'];

/** The register stays open: its lock keeps everyone else out meanwhile. */
const vider = (registre: DatabaseSync, donnees: string): void => {
  for (const nom of GARDES) rmSync(path.join(donnees, nom), { recursive: true, force: true });
  const tables = registre.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  registre.exec(
    ['BEGIN IMMEDIATE', ...tables.map(({ name }) => `DELETE FROM "${name}"`), 'COMMIT'].join('; '),
  );
};
