import { expect, it } from 'vitest';
import { relaisDe } from '../../../functions/agents/relais.ts';
import { unLieu } from '../../atelier/monde.ts';

const { commune } = (await unLieu()).monde;
const le = '2026-11-23';
const responsable = commune.agents.find(({ role }) => role === 'responsable');
const service = responsable?.services[0] ?? '';
const affaire = { service, agent: { id: 'paul@commune.example' } };

it('prévient qui a le dossier, puis son responsable, puis la direction', () => {
  const [un, deux, trois] = [0, 1, 2].map((rang) => relaisDe(affaire, rang, { commune, le }));
  expect(un).toEqual(['paul@commune.example']);
  expect(deux).toContain(responsable?.courriel);
  expect(trois?.length).toBeGreaterThan(deux?.length ?? 0);
});

it('prévient le service quand personne n’a pris le dossier', () => {
  const adresse = commune.services.find(({ id }) => id === service)?.courriel;
  expect(relaisDe({ service }, 0, { commune, le })).toEqual([adresse]);
});

it('remplace les absents, et ne tourne pas en rond', () => {
  const absences = (remplacant: string) => [{ du: '2026-11-20', au: '2026-11-30', remplacant }];
  const [a, b] = commune.agents;
  if (!a || !b) throw new Error('il faut deux agents');
  const agents = [
    { ...a, absences: absences(b.courriel) },
    { ...b, absences: absences(a.courriel) },
    ...commune.agents.slice(2),
  ];
  const porte = { service, agent: { id: a.courriel } };
  expect(relaisDe(porte, 0, { commune: { ...commune, agents: agents.with(1, b) }, le })).toEqual([
    b.courriel,
  ]);
  expect(relaisDe(porte, 0, { commune: { ...commune, agents }, le })).toHaveLength(1);
  expect(relaisDe(porte, 0, { commune: { ...commune, agents }, le: '2026-12-01' })).toEqual([a.courriel]);
});
