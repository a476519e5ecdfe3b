import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { attendre } from '../../local/commun.ts';
import { ouvrirHorloge } from '../../local/horloge.ts';
import { servirEtats } from '../../local/moteurs/etats.ts';
import { ouvrirGuichet } from '../../local/moteurs/guichet.ts';
import { ouvrirRegistre } from '../../local/registre.ts';
import { lireDefinition } from '../../local/veilles/definition.ts';
import { ouvrirVeilles } from '../../local/veilles/veilles.ts';
import { sdk, unDossier } from './atelier.ts';

const JOUR = 24 * 3600_000;
const stateMachineArn = 'arn:aws:states:eu-west-3:000000000000:stateMachine:parvis-essai-suivi-demande';
const CONSTATER = ['$', '{constater}'].join('');
const UNE_ATTENTE = {
  StartAt: 'Avant',
  States: {
    Avant: {
      Type: 'Task',
      Resource: CONSTATER,
      ResultPath: '$.suite',
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 3600, MaxAttempts: 2 }],
      Next: 'Attendre',
    },
    Attendre: { Type: 'Wait', TimestampPath: '$.suite.prochain', Next: 'Apres' },
    Apres: { Type: 'Task', Resource: CONSTATER, End: true },
  },
};
type Tache = (entree: unknown) => Promise<unknown>;

const ouvrir = async (dossier: string, invoquer: Tache, definition: object = UNE_ATTENTE) => {
  const registre = ouvrirRegistre(dossier);
  const horloge = ouvrirHorloge(registre);
  const machine = {
    definition: lireDefinition(JSON.stringify(definition), (nom) => `arn:${nom}`),
    invoquer: (_: string, entree: unknown) => invoquer(entree),
  };
  const veilles = ouvrirVeilles({
    registre,
    machines: new Map([[stateMachineArn, machine]]),
    tracer: () => undefined,
  });
  const guichet = await ouvrirGuichet({ states: servirEtats(veilles) });
  const client = new SFNClient(sdk(guichet.adresse('states', 'essai')));
  veilles.eveiller();
  let ouvert = true;
  const fermer = async () => {
    if (!ouvert) return;
    ouvert = false;
    veilles.fermer();
    await guichet.fermer();
    horloge.fermer();
    registre.close();
  };
  onTestFinished(fermer);
  const lancer = (name: string, input = '{"demande":"A"}') =>
    client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
  const statut = async (executionArn: string | undefined) =>
    (await client.send(new DescribeExecutionCommand({ executionArn }))).status;
  const devient = (executionArn: string | undefined, attendu: string) =>
    attendre(async () => (await statut(executionArn)) === attendu, `le statut ${attendu}`, 10_000);
  return { client, horloge, veilles, lancer, statut, devient, fermer };
};
const dans = (ms: number) => ({ prochain: new Date(Date.now() + ms).toISOString() });

describe('une veille', () => {
  it('attend 60 jours sans réveil, puis reprend quand l’horloge y arrive', async () => {
    const tache = vi.fn(async () => dans(60 * JOUR));
    const { horloge, veilles, lancer, statut, devient } = await ouvrir(unDossier(), tache);
    const { executionArn } = await lancer('longue');
    await attendre(() => veilles.prochaine() !== undefined, 'l’attente');
    expect(await statut(executionArn)).toBe('RUNNING');
    expect(tache).toHaveBeenCalledTimes(1);
    horloge.poser(horloge.maintenant() + 60 * JOUR);
    veilles.eveiller();
    await devient(executionArn, 'SUCCEEDED');
    expect(tache).toHaveBeenCalledTimes(2);
  });

  it('survit à un arrêt pendant l’attente, sans refaire ce qui est fait', async () => {
    const dossier = unDossier();
    const avant = await ouvrir(dossier, async () => dans(2 * JOUR));
    const { executionArn } = await avant.lancer('reprise');
    await attendre(() => avant.veilles.prochaine() !== undefined, 'l’attente');
    await avant.fermer();
    const tache = vi.fn(async () => ({ fini: true }));
    const { horloge, veilles, devient } = await ouvrir(dossier, tache);
    expect(tache).not.toHaveBeenCalled();
    horloge.poser(horloge.maintenant() + 2 * JOUR);
    veilles.eveiller();
    await devient(executionArn, 'SUCCEEDED');
    expect(tache).toHaveBeenCalledTimes(1);
  });

  it('reprend la tâche coupée en plein travail', async () => {
    const dossier = unDossier();
    const coupee = vi.fn(() => new Promise(() => undefined));
    const avant = await ouvrir(dossier, coupee);
    const { executionArn } = await avant.lancer('coupee', '{"demande":"B"}');
    await attendre(() => coupee.mock.calls.length === 1, 'la tâche');
    await avant.fermer();
    const tache = vi.fn(async () => dans(-1000));
    const { devient } = await ouvrir(dossier, tache);
    await devient(executionArn, 'SUCCEEDED');
    expect(tache).toHaveBeenNthCalledWith(1, { demande: 'B' });
  });

  it('retente une tâche qui échoue, vite, autant de fois que le fichier le dit', async () => {
    const tache = vi.fn(async () => {
      throw new Error('panne');
    });
    const { client, lancer, devient } = await ouvrir(unDossier(), tache);
    const { executionArn } = await lancer('echec');
    await devient(executionArn, 'FAILED');
    expect(tache).toHaveBeenCalledTimes(3);
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      error: 'Error',
      cause: 'panne',
    });
  });
});

describe('une veille qui commence par une attente', () => {
  const { Attendre, Apres } = UNE_ATTENTE.States;
  const definition = { StartAt: 'Attendre', States: { Attendre, Apres } };
  const input = (ms: number) => JSON.stringify({ suite: dans(ms) });

  it('dort sans rien appeler jusqu’à l’instant qu’on lui a dit', async () => {
    const tache = vi.fn(async () => ({}));
    const { horloge, veilles, lancer, devient } = await ouvrir(unDossier(), tache, definition);
    const { executionArn } = await lancer('dort', input(JOUR));
    expect(tache).not.toHaveBeenCalled();
    horloge.poser(horloge.maintenant() + JOUR);
    veilles.eveiller();
    await devient(executionArn, 'SUCCEEDED');
    expect(tache).toHaveBeenCalledTimes(1);
  });

  it('part aussitôt quand cet instant est passé', async () => {
    const { lancer, devient } = await ouvrir(unDossier(), async () => ({}), definition);
    await devient((await lancer('tard', input(-JOUR))).executionArn, 'SUCCEEDED');
  });

  it('échoue quand on ne lui dit pas d’instant', async () => {
    const { lancer, devient } = await ouvrir(unDossier(), async () => ({}), definition);
    await devient((await lancer('sans-heure', '{}')).executionArn, 'FAILED');
  });
});

describe('le nom d’une veille', () => {
  it('répond la même chose à la même demande tant qu’elle court', async () => {
    const { lancer } = await ouvrir(unDossier(), async () => dans(JOUR));
    const [premiere, seconde] = [await lancer('une'), await lancer('une')];
    expect(seconde.executionArn).toBe(premiere.executionArn);
    expect(seconde.startDate).toEqual(premiere.startDate);
  });

  it('refuse une autre entrée sous le même nom', async () => {
    const { lancer } = await ouvrir(unDossier(), async () => dans(JOUR));
    await lancer('une');
    await expect(lancer('une', '{"demande":"autre"}')).rejects.toMatchObject({
      name: 'ExecutionAlreadyExists',
    });
  });

  it('reste pris 90 jours après la fin', async () => {
    const { horloge, lancer, devient } = await ouvrir(unDossier(), async () => dans(-1));
    const { executionArn } = await lancer('une');
    await devient(executionArn, 'SUCCEEDED');
    await expect(lancer('une')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    horloge.poser(horloge.maintenant() + 91 * JOUR);
    expect((await lancer('une')).executionArn).toBe(executionArn);
  });

  it('doit être écrit comme AWS le veut', async () => {
    const { lancer } = await ouvrir(unDossier(), async () => dans(JOUR));
    await expect(lancer('une veille')).rejects.toMatchObject({ name: 'InvalidName' });
  });
});

it('s’arrête sur demande, et ne se réveille plus', async () => {
  const { client, veilles, lancer, statut } = await ouvrir(unDossier(), async () => dans(JOUR));
  const { executionArn } = await lancer('arretee');
  await attendre(() => veilles.prochaine() !== undefined, 'l’attente');
  await client.send(new StopExecutionCommand({ executionArn, error: 'Close' }));
  expect(await statut(executionArn)).toBe('ABORTED');
  expect(veilles.prochaine()).toBeUndefined();
});

it('liste les veilles par page et par statut', async () => {
  const { client, lancer } = await ouvrir(unDossier(), async () => dans(JOUR));
  for (const nom of ['a', 'b', 'c']) await lancer(nom);
  const { executions, nextToken } = await client.send(
    new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', maxResults: 2 }),
  );
  expect(executions).toHaveLength(2);
  expect(
    (await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2, nextToken }))).executions,
  ).toHaveLength(1);
});

it('refuse une attente cachée dans une branche, qui ne survivrait pas', () => {
  const branche = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 1, End: true } } };
  const definition = { StartAt: 'P', States: { P: { Type: 'Parallel', Branches: [branche], End: true } } };
  expect(() => lireDefinition(JSON.stringify(definition), String)).toThrow(/premier niveau/);
});
