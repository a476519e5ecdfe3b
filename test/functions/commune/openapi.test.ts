import { describe, expect, it } from 'vitest';
import { manifeste } from '../../../functions/actions.ts';
import { decrire } from '../../../functions/commune/openapi.ts';

type Operation = { responses: Record<string, unknown> };
const { paths } = decrire(manifeste, { titre: 'Essai', adresse: 'https://essai.example' });
const routes = manifeste.filter(({ contract }) => contract.route);
const statutsDe = (route: string | undefined): string[] => {
  const [methode = '', chemin = ''] = (route ?? '').split(' ');
  return Object.keys((paths[chemin]?.[methode.toLowerCase()] as Operation).responses);
};

describe('la page OpenAPI', () => {
  it.each(routes)('de $nom dit ce que la porte peut répondre', ({ contract: { par, route, writes } }) => {
    const statuts = statutsDe(route);
    expect(statuts).toEqual(expect.arrayContaining(['400', '403', '500']));
    if (!par.includes('public')) expect(statuts).toContain('401');
    if (!route?.startsWith('GET')) expect(statuts).toContain('413');
    if (!route?.startsWith('GET') && writes) expect(statuts).toContain('422');
    if (par.includes('public') || par.includes('usager')) expect(statuts).toContain('429');
  });
});
