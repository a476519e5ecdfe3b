import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dessiner, lireMachines, pageDesMachines } from '../lib/machines.ts';

const racine = path.resolve(import.meta.dirname, '..');

describe('docs/machines.md', () => {
  it('dessine les machines telles qu’elles sont déployées', () => {
    const page = readFileSync(path.join(racine, 'docs/machines.md'), 'utf8');
    expect(page, 'lancez « node bin/lancer.mjs bin/machines.ts »').toBe(
      pageDesMachines(lireMachines(racine)),
    );
  });
});

describe('le dessin d’une machine', () => {
  it('dit les attentes, les reprises, les conditions et les échecs', () => {
    const dessin = dessiner({
      StartAt: 'Attendre',
      States: {
        Attendre: { Type: 'Wait', Seconds: 7200, Next: 'Faire' },
        Faire: {
          Type: 'Task',
          Resource: 'agir',
          Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 5, MaxDelaySeconds: 3600 }],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Rater' }],
          Next: 'Encore ?',
        },
        'Encore ?': {
          Type: 'Choice',
          Choices: [
            {
              And: [{ Variable: '$.n', NumericLessThan: 3 }, { Not: { Variable: '$.fin', IsPresent: true } }],
              Next: 'Attendre',
            },
          ],
          Default: 'Finir',
        },
        Finir: { Type: 'Succeed' },
        Rater: { Type: 'Fail', Cause: 'rien à faire : on le dit' },
      },
    });
    expect(dessin.split('\n').map((ligne) => ligne.trim())).toEqual([
      'stateDiagram-v2',
      '[*] --> e1',
      'state "Attendre" as e1',
      'e1 : attend 2 h',
      'e1 --> e2',
      'state "Faire" as e2',
      'e2 : appelle agir',
      'e2 : réessaie 3 fois sur States.ALL, après 5 s, puis 2 fois plus, au plus 1 h',
      'e2 --> e3',
      'e2 --> e5 : sur States.ALL',
      'state "Encore ?" as e3',
      'e3 --> e1 : $.n < 3 et pas ($.fin est là)',
      'e3 --> e4 : sinon',
      'state "Finir" as e4',
      'e4 --> [*]',
      'state "Rater" as e5',
      'e5 : échec, rien à faire, on le dit',
      'e5 --> [*]',
    ]);
  });

  it('refuse un état qu’il ne sait pas dessiner, ou qui n’existe pas', () => {
    expect(() => dessiner({ StartAt: 'A', States: { A: { Type: 'Map', End: true } } })).toThrow(/Map/);
    expect(() => dessiner({ StartAt: 'B', States: { A: { Type: 'Succeed' } } })).toThrow(/« B »/);
  });
});
