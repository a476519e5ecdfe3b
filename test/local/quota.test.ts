import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { expect, it, onTestFinished } from 'vitest';
import { attendre } from '../../local/commun.ts';
import { servirEtats } from '../../local/moteurs/etats.ts';
import { ouvrirGuichet } from '../../local/moteurs/guichet.ts';
import { ouvrirSeau } from '../../local/moteurs/seau.ts';
import { ouvrirRegistre } from '../../local/registre.ts';
import { ouvrirVeilles } from '../../local/veilles/veilles.ts';
import { sdk, unDossier } from './atelier.ts';

const machine = 'arn:aws:states:eu-west-3:000000000000:stateMachine:parvis-essai-suivi-demande';
const definition = {
  StartAt: 'Attendre',
  States: { Attendre: { Type: 'Wait', TimestampPath: '$.suite.prochain', End: true } },
};

const ouvrir = async (quota: { aLaFois: number; parSeconde: number }, maxAttempts: number) => {
  const registre = ouvrirRegistre(unDossier());
  const machines = new Map([[machine, { definition, invoquer: async () => ({}) }]]);
  const veilles = ouvrirVeilles({ registre, machines, tracer: () => undefined });
  const guichet = await ouvrirGuichet({ states: servirEtats(veilles, quota) });
  onTestFinished(async () => {
    veilles.fermer();
    await guichet.fermer();
    registre.close();
  });
  const client = new SFNClient({ ...sdk(guichet.adresse('states', 'essai')), maxAttempts });
  const lancer = (name: string) =>
    client.send(
      new StartExecutionCommand({
        stateMachineArn: machine,
        name,
        input: JSON.stringify({ suite: { prochain: '2099-01-01T00:00:00Z' } }),
      }),
    );
  return { veilles, lancer };
};

it('au-delà du quota, lancer une veille se refuse comme AWS le refuse', async () => {
  const { lancer } = await ouvrir({ aLaFois: 2, parSeconde: 0.01 }, 1);
  await lancer('a');
  await lancer('b');
  await expect(lancer('c')).rejects.toMatchObject({ name: 'ThrottlingException' });
});

it('une ruée attend son tour, et aucune veille ne se perd', async () => {
  const { lancer, veilles } = await ouvrir({ aLaFois: 20, parSeconde: 60 }, 8);
  await Promise.all(Array.from({ length: 80 }, (_, i) => lancer(`veille-${i}`)));
  expect(veilles.lister(machine)).toHaveLength(80);
});

it('un seau rend un jeton à la fois, jamais plus qu’il n’en tient', async () => {
  const prendre = ouvrirSeau({ aLaFois: 2, parSeconde: 50 });
  expect([prendre(), prendre(), prendre()]).toEqual([true, true, false]);
  await attendre(prendre, 'le jeton suivant');
});
