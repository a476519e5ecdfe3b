import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { armerHorloges } from '../../../functions/echeances/armer-horloges.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { deposer, unLieu } from '../../atelier/monde.ts';

const sfn = mockClient(SFNClient);
process.env.VEILLE = 'arn:aws:states:eu-west-3:000000000000:stateMachine:parvis-essai-suivi-demande';
process.env.AWS_REGION = 'eu-west-3';

const absente = new ExecutionDoesNotExist({ message: 'absente', $metadata: {} });
let lieu: Lieu;
let demande: string;

beforeEach(async () => {
  lieu = await unLieu();
  demande = (await deposer(lieu)).reference;
  sfn.reset();
  sfn.on(StartExecutionCommand).resolves({});
  sfn.on(ListExecutionsCommand).resolves({ executions: [] });
});

/** The term is 23 January 2027. */
const passer = (quand: string) =>
  perform(armerHorloges, { input: {}, now: new Date(quand), interne: true }, lieu);
const lancees = () => sfn.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input.name);
const reveils = () =>
  sfn
    .commandCalls(StartExecutionCommand)
    .map(
      ({ args }) => (JSON.parse(args[0].input.input ?? '') as { suite: { prochain: string } }).suite.prochain,
    );

describe('la ronde de nuit', () => {
  it('relance la veille qui manque, à l’approche du terme', async () => {
    sfn.on(DescribeExecutionCommand).rejects(absente);
    expect(await passer('2027-01-10T01:15:00Z')).toEqual({ armees: 1 });
    expect(lancees()).toEqual([`${demande}-1`]);
  });

  it('la fait dormir jusqu’au prochain rappel, ou la réveille tout de suite si quelque chose est dû', async () => {
    sfn.on(DescribeExecutionCommand).rejects(absente);
    await passer('2027-01-06T01:15:00Z');
    await passer('2027-01-10T01:15:00Z');
    expect(reveils()).toEqual(['2027-01-08T07:00:00Z', '2027-01-10T01:15:00.000Z']);
  });

  it('ne regarde pas ce qui ne peut échoir avant trois semaines', async () => {
    expect(await passer('2026-11-24T01:15:00Z')).toEqual({ armees: 0 });
    expect(sfn.commandCalls(DescribeExecutionCommand)).toHaveLength(0);
    expect(lancees()).toEqual([]);
  });

  it('laisse en paix une veille qui veille, qu’AWS montre par pages de mille, sans rien demander de chacune', async () => {
    const autres = Array.from({ length: 1000 }, (_, i) => ({ name: `AUTRE-${i}` }));
    sfn
      .on(ListExecutionsCommand, { statusFilter: 'RUNNING' })
      .resolvesOnce({ executions: autres as never, nextToken: 'suite' })
      .resolvesOnce({ executions: [{ name: `${demande}-1-reprise-2` }] as never });
    expect(await passer('2027-01-10T01:15:00Z')).toEqual({ armees: 0 });
    const listes = sfn.commandCalls(ListExecutionsCommand).map(({ args }) => args[0].input);
    expect(listes.map(({ maxResults, nextToken }) => [maxResults, nextToken])).toEqual([
      [1000, undefined],
      [1000, 'suite'],
    ]);
    expect(sfn.commandCalls(DescribeExecutionCommand)).toHaveLength(0);
  });

  it('ne relance pas celle qui vient de partir, et que la liste ne montre pas encore', async () => {
    sfn.on(DescribeExecutionCommand).resolves({ status: 'RUNNING' });
    expect(await passer('2027-01-10T01:15:00Z')).toEqual({ armees: 0 });
  });

  it('veille sur un terme passé n’est pas veiller sur le terme d’aujourd’hui', async () => {
    sfn.on(ListExecutionsCommand).resolves({ executions: [{ name: `${demande}-0` }] as never });
    sfn.on(DescribeExecutionCommand).rejects(absente);
    expect(await passer('2027-01-10T01:15:00Z')).toEqual({ armees: 1 });
  });

  it('reprend sous un autre nom une veille tombée, et une seule fois', async () => {
    const etats = new Map([[`${demande}-1`, 'FAILED']]);
    sfn.on(DescribeExecutionCommand).callsFake(({ executionArn }: { executionArn: string }) => {
      const status = etats.get(executionArn.split(':').at(-1) ?? '');
      if (!status) throw absente;
      return { status };
    });
    await passer('2027-01-10T01:15:00Z');
    expect(lancees()).toEqual([`${demande}-1-reprise-1`]);
    etats.set(`${demande}-1-reprise-1`, 'RUNNING');
    expect(await passer('2027-01-11T01:15:00Z')).toEqual({ armees: 0 });
  });
});
