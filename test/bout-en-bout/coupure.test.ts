import { afterAll, beforeAll, expect, it } from 'vitest';
import { unClient } from '../atelier/client.ts';
import { unParticulier } from '../atelier/monde.ts';
import { attendreQue, demarrerParvis, type Parvis } from '../atelier/parvis.ts';

let parvis: Parvis;
beforeAll(async () => {
  parvis = await demarrerParvis();
});
afterAll(() => parvis.arreter());

/** Cuts everything (SIGKILL) in the middle of a rush of deposits, starts again, several times. */
it('après des coupures en pleine affluence, tout ce qui fut accusé est là, une fois, avec son courriel et son horloge', async () => {
  const accuses: { reference: string; code: string; courriel: string }[] = [];
  for (const coupure of [1, 2, 3]) {
    const client = unClient(parvis.base);
    const vague = Array.from({ length: 12 }, async (_, i) => {
      const courriel = `personne-${coupure}-${i}@courriel.example`;
      const depot = await client
        .deposer('carte-stationnement-resident', { ...unParticulier, courriel }, `coupure-${coupure}-${i}`)
        .catch(() => undefined);
      if (depot) accuses.push({ ...depot, courriel });
    });
    const avant = accuses.length;
    await attendreQue(
      async () => accuses.length,
      (nombre) => nombre >= avant + 4,
    );
    await parvis.tuer();
    await Promise.all(vague);
    parvis = await demarrerParvis({ donnees: parvis.donnees, port: parvis.port });
  }
  const client = unClient(parvis.base);
  for (const accuse of accuses)
    expect(await client.suivre(accuse)).toMatchObject({ reference: accuse.reference, statut: 'deposee' });

  const envoyes = await attendreQue(
    () => client.courriels(),
    (courriels) => accuses.every(({ courriel }) => courriels.some(({ a }) => a === courriel)),
    60_000,
  );
  for (const { courriel, reference } of accuses)
    expect([reference, envoyes.filter(({ a }) => a === courriel).length]).toEqual([reference, 1]);

  await client.avancer('P2M2D');
  for (const accuse of accuses)
    expect(await client.suivre(accuse)).toMatchObject({ statut: 'acceptee-par-silence' });
}, 180_000);

it('rejouée après la coupure, la même requête rend le même accusé', async () => {
  const client = unClient(parvis.base);
  const une = await client.deposer('carte-stationnement-resident', unParticulier, 'rejeu');
  await parvis.tuer();
  parvis = await demarrerParvis({ donnees: parvis.donnees, port: parvis.port });
  expect(await unClient(parvis.base).deposer('carte-stationnement-resident', unParticulier, 'rejeu')).toEqual(
    une,
  );
});
