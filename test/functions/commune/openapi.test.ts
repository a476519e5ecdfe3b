import { describe, expect, it } from 'vitest';
import { manifeste } from '../../../functions/actions.ts';
import { decrire } from '../../../functions/commune/openapi.ts';

const { paths } = decrire(manifeste, { titre: 'Essai', adresse: 'https://essai.example' });
const routes = manifeste.flatMap(({ nom, contract }) =>
  contract.route ? [{ nom, route: contract.route, contract }] : [],
);
const statutsDe = (route: string): string[] => {
  const [methode = '', chemin = ''] = route.split(' ');
  const operation = paths[chemin]?.[methode.toLowerCase()] as { responses: object } | undefined;
  return Object.keys(operation?.responses ?? {});
};

const ecrit = (route: string): boolean => !route.startsWith('GET');
const attendus: [string, (route: (typeof routes)[number]) => boolean][] = [
  ['400', () => true],
  ['401', ({ contract: { par } }) => !par.includes('public')],
  ['403', () => true],
  ['413', ({ route }) => ecrit(route)],
  ['422', ({ route, contract: { writes } }) => ecrit(route) && writes],
  ['429', ({ contract: { par } }) => par.includes('public') || par.includes('usager')],
  ['500', () => true],
];

describe('la page OpenAPI', () => {
  it.each(attendus)('dit %s partout où la porte peut le répondre', (statut, quand) => {
    const muettes = routes.filter((route) => quand(route) && !statutsDe(route.route).includes(statut));
    expect(muettes.map(({ nom }) => nom)).toEqual([]);
  });
});
