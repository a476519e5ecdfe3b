import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import valider from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { manifeste } from '../../functions/actions.ts';

const dossier = path.resolve(import.meta.dirname, '../../statemachines');
const machines = readdirSync(dossier).map((fichier) => ({
  fichier,
  texte: readFileSync(path.join(dossier, fichier), 'utf8'),
}));
const nommees = machines.flatMap(({ texte }) =>
  [...texte.matchAll(/\$\{(\w+)\}/g)].map(([, nom]) => nom ?? ''),
);

describe('les machines à états', () => {
  it.each(machines)('$fichier est du bon ASL', ({ texte }) => {
    const verifier = valider.default ?? valider;
    const { isValid, errors } = verifier(JSON.parse(texte));
    expect({ isValid, errors }).toEqual({ isValid: true, errors: [] });
  });

  it('appellent chaque action de machine, et rien d’autre', () => {
    const attendues = manifeste
      .filter(({ contract }) => contract.sur?.type === 'machine')
      .map(({ nom }) => nom);
    expect([...new Set(nommees)].sort()).toEqual(attendues.sort());
  });

  it('dorment d’abord : lancer une veille n’appelle aucune fonction', () => {
    for (const { texte } of machines) {
      const { StartAt, States } = JSON.parse(texte) as {
        StartAt: string;
        States: Record<string, { Type: string }>;
      };
      expect(States[StartAt]?.Type).toBe('Wait');
    }
  });
});
