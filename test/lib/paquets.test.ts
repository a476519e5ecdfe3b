import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { manifeste } from '../../functions/actions.ts';
import { empaqueter, type Taille } from '../../lib/empaqueter.ts';

const BUDGET = 160_000;

/** Functions whose work needs a heavy library, and for which no one waits long, or seldom. */
const DEROGATIONS: Record<string, { zippes: number; raison: string }> = {
  imprimerAccuse: { zippes: 300_000, raison: 'pdfkit et ses polices : un PDF balisé, demandé rarement' },
  expedierEnvois: {
    zippes: 240_000,
    raison: 'composition des courriels et plan des numéros : un consommateur, personne n’attend',
  },
  recevoirCourriel: { zippes: 190_000, raison: 'lecture des courriels et client S3 : personne n’attend' },
  recevoirPiece: { zippes: 190_000, raison: 'client S3 et lecture des types de fichiers' },
  ouvrirPiece: { zippes: 195_000, raison: 'client S3' },
};

const dossier = mkdtempSync(path.join(tmpdir(), 'paquets-'));
let tailles: Map<string, Taille>;
beforeAll(async () => {
  tailles = await empaqueter(manifeste, dossier);
});
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

it.each(manifeste)('$nom tient dans son budget', ({ nom }) => {
  expect(tailles.get(nom)?.zippes).toBeLessThan(DEROGATIONS[nom]?.zippes ?? BUDGET);
});

it('chaque dérogation sert encore', () => {
  expect(Object.keys(DEROGATIONS).filter((nom) => (tailles.get(nom)?.zippes ?? 0) < BUDGET)).toEqual([]);
});
