import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { manifeste, type NomAction } from '../../functions/actions.ts';
import type { Manifeste } from '../../local/fonctions.ts';
import { CLES, REGION } from '../../local/commun.ts';

export const sdk = (endpoint: string) => ({ endpoint, region: REGION, credentials: CLES, maxAttempts: 1 });

/** A folder that goes away with the test. */
export const unDossier = (): string => {
  const dossier = mkdtempSync(path.join(tmpdir(), 'parvis-'));
  onTestFinished(() => rmSync(dossier, { recursive: true, force: true, maxRetries: 5 }));
  return dossier;
};

/** The real contracts, carried out by the small functions of `test/local/fonctions`. */
export const unManifeste = (...noms: NomAction[]): Manifeste => ({
  racine: path.join(import.meta.dirname, 'fonctions'),
  entrees: manifeste.filter(({ nom }) => noms.includes(nom)).map((entree) => ({ ...entree, fichier: `${entree.nom}.ts` })),
});
