import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unClient } from '../atelier/client.ts';
import { unParticulier } from '../atelier/monde.ts';
import { attendreQue, demarrerParvis, type Parvis } from '../atelier/parvis.ts';

let parvis: Parvis;
beforeAll(async () => {
  parvis = await demarrerParvis();
});
afterAll(() => parvis.arreter());

it('aucune donnée personnelle dans les journaux, même quand une demande échoue', async () => {
  const client = unClient(parvis.base);
  const { reference, code } = await client.deposer();
  await client.suivre({ reference, code });
  await client.post(`/api/suivi/${reference}/messages`, { texte: 'Secret médical' });
  await client.post('/api/demandes', {
    demarche: 'terrasse',
    usager: { ...unParticulier, courriel: 'zoe.mal.ecrit' },
  });
  await attendreQue(
    () => client.courriels(),
    (courriels) => courriels.length > 0,
  );
  const journal = readFileSync(path.join(parvis.donnees, 'journal.log'), 'utf8');
  expect(journal).toContain('POST /api/demandes');
  for (const secret of [
    unParticulier.courriel,
    unParticulier.nom,
    unParticulier.prenom,
    'zoe.mal.ecrit',
    'Secret médical',
    code,
    reference,
  ])
    expect(journal).not.toContain(secret);
});
