import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { manifeste, type NomAction } from '../../functions/actions.ts';
import { CLES, REGION } from '../../local/commun.ts';
import type { Manifeste } from '../../local/fonctions.ts';
import { fichierDe } from './fichiers.ts';

export const sdk = (endpoint: string) => ({ endpoint, region: REGION, credentials: CLES, maxAttempts: 1 });

export type QuandFini = (fin: () => void | Promise<void>) => unknown;

/** A folder that goes away with the test, or when it is said. */
export const unDossier = (quandFini: QuandFini = onTestFinished): string => {
  const dossier = mkdtempSync(path.join(tmpdir(), 'parvis-'));
  quandFini(() => rmSync(dossier, { recursive: true, force: true, maxRetries: 5 }));
  return dossier;
};

/** The real contracts, carried out by the small functions of `test/local/fonctions`. */
export const unManifeste = (...noms: NomAction[]): Manifeste => ({
  racine: path.join(import.meta.dirname, 'fonctions'),
  entrees: manifeste
    .filter(({ nom }) => noms.includes(nom))
    .map((entree) => ({ ...entree, fichier: fichierDe(entree.nom) })),
});
