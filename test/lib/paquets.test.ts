import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { manifeste } from '../../functions/actions.ts';
import { budgetDe } from '../../lib/budgets.ts';
import { empaqueter, type Taille } from '../../lib/empaqueter.ts';

const dossier = mkdtempSync(path.join(tmpdir(), 'paquets-'));
let tailles: Map<string, Taille>;
/** Some sixty bundles take fifteen seconds, and more on a busy machine. */
beforeAll(async () => {
  tailles = await empaqueter(manifeste, dossier);
}, 240_000);
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

it.each(manifeste)('$nom tient dans son budget', ({ nom }) => {
  expect(tailles.get(nom)?.zippes).toBeLessThan(budgetDe(nom));
});

it('chaque paquet se charge seul, loin de node_modules, comme sur Lambda', () => {
  const charger =
    'for (const nom of process.argv.slice(1)) if (typeof require(nom).handler !== "function") throw new Error(nom)';
  const paquets = manifeste.map(({ nom }) => path.join(dossier, nom, 'index.js'));
  expect(() => execFileSync(process.execPath, ['-e', charger, ...paquets], { stdio: 'pipe' })).not.toThrow();
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
