import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { manifeste } from '../../functions/actions.ts';
import { empaqueter, type Taille } from '../../lib/empaqueter.ts';

const BUDGET = 160_000;

const COURRIER =
  'lecture des courriels, types des fichiers joints et client S3 : personne n’attend, ou un agent, rarement';

/** Functions whose work needs a heavy library, and for which no one waits long, or seldom. */
const DEROGATIONS: Record<string, { zippes: number; raison: string }> = {
  imprimerAccuse: { zippes: 285_000, raison: 'pdfkit et ses polices : un PDF balisé, demandé rarement' },
  expedierEnvois: {
    zippes: 185_000,
    raison: 'composition des courriels, clients SES et SNS : un consommateur, personne n’attend',
  },
  ouvrirOriginal: { zippes: 172_000, raison: 'client S3' },
  ouvrirPiece: { zippes: 172_000, raison: 'client S3' },
  recevoirCourriel: { zippes: 215_000, raison: COURRIER },
  ouvrirInteraction: { zippes: 215_000, raison: COURRIER },
  rattacherInteraction: { zippes: 215_000, raison: COURRIER },
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

it('chaque paquet se charge seul, loin de node_modules, comme sur Lambda', () => {
  const charger =
    'for (const nom of process.argv.slice(1)) if (typeof require(nom).handler !== "function") throw new Error(nom)';
  const paquets = manifeste.map(({ nom }) => path.join(dossier, nom, 'index.js'));
  expect(() => execFileSync(process.execPath, ['-e', charger, ...paquets], { stdio: 'pipe' })).not.toThrow();
});

it('chaque dérogation sert encore', () => {
  expect(Object.keys(DEROGATIONS).filter((nom) => (tailles.get(nom)?.zippes ?? 0) < BUDGET)).toEqual([]);
});

/** Modules that speak to a service of AWS, and the right without which they only fail once deployed. */
const PORTES: Record<string, string> = {
  'functions/platform/secrets.ts': 'secret:',
  'functions/platform/coffre.ts': 'pieces:|courriels:lire',
  'functions/platform/postier.ts': 'courriels:envoyer|sms:envoyer',
  'functions/platform/veilles.ts': 'horloges:armer',
};

it.each(manifeste)(
  '$nom déclare les droits des services qu’elle touche, et pas d’autres',
  ({ nom, contract }) => {
    const { outputs } = JSON.parse(readFileSync(path.join(dossier, 'meta.json'), 'utf8')) as {
      outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
    };
    const [, paquet] = Object.entries(outputs).find(([sortie]) => sortie.endsWith(`/${nom}/index.js`)) ?? [];
    const touche = (module: string) => (paquet?.inputs[module]?.bytesInOutput ?? 0) > 0;
    const declare = (forme: string) => (contract.ressources ?? []).some((une) => new RegExp(forme).test(une));
    for (const [module, forme] of Object.entries(PORTES))
      expect([module, declare(forme)]).toEqual([module, touche(module)]);
  },
);
