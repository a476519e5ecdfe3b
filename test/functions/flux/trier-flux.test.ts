import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { enLots, MESSAGES_MAX, OCTETS_MAX } from '../../../functions/flux/tri.ts';
import { trierFlux } from '../../../functions/flux/trier-flux.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { enregistrement } from '../../atelier/flux.ts';
import { LUNDI, unLieu } from '../../atelier/monde.ts';

const lambda = mockClient(LambdaClient);
const sqs = mockClient(SQSClient);
process.env.AWS_REGION = 'eu-west-3';
process.env.CONSOMMATEURS = JSON.stringify([
  { voulus: [{ type: 'DEMANDE', avec: 'promis' }, { type: 'PROMESSE' }], file: 'la-file' },
  { voulus: [{ type: 'DEMANDE' }], fonction: 'la-fonction' },
]);

let lieu: Lieu;
beforeEach(async () => {
  lieu = await unLieu();
  lambda.reset();
  sqs.reset();
  lambda.on(InvokeCommand).resolves({});
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
});

const item = (sk: string, type: string, reste: object = {}) => ({
  pk: 'A',
  sk,
  type,
  version: 1,
  corps: {},
  ...reste,
});
const trier = async (...Records: unknown[]) =>
  (await perform(trierFlux, { input: { Records }, now: LUNDI, interne: true }, lieu)).batchItemFailures.map(
    ({ itemIdentifier }) => itemIdentifier,
  );
type Record = { dynamodb: { SequenceNumber: string; OldImage?: unknown } };
const enFile = () =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .flatMap(({ args }) => args[0].input.Entries ?? [])
    .map(({ MessageBody = '' }) => JSON.parse(MessageBody) as Record);
const confies = () =>
  lambda
    .commandCalls(InvokeCommand)
    .flatMap(({ args }) => (JSON.parse(String(args[0].input.Payload)) as { Records: Record[] }).Records);
const numeros = (records: readonly Record[]) => records.map(({ dynamodb }) => dynamodb.SequenceNumber);

describe('le lecteur du flux', () => {
  it('remet à chacun ce qu’il veut, et rien d’autre', async () => {
    expect(
      await trier(
        enregistrement(item('1', 'DEMANDE')),
        enregistrement(item('2', 'DEMANDE', { promis: [] })),
        enregistrement(item('3', 'SESSION')),
        enregistrement(item('4', 'PROMESSE')),
      ),
    ).toEqual([]);
    expect(numeros(enFile())).toEqual(['A/2/1', 'A/4/1']);
    expect(numeros(confies())).toEqual(['A/1/1', 'A/2/1']);
  });

  it('dit aussi ce qui disparaît, à qui veut tout d’un type', async () => {
    const { dynamodb } = enregistrement(item('1', 'DEMANDE', { promis: [] }));
    await trier({ dynamodb: { SequenceNumber: 'parti', OldImage: dynamodb.NewImage } });
    expect(numeros(confies())).toEqual(['parti']);
    expect(enFile()).toEqual([]);
  });

  it('relit ce qu’une file n’a pas pris, sans priver l’autre consommateur', async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolves({ Successful: [], Failed: [{ Id: '1', SenderFault: false, Code: 'InternalError' }] });
    const records = ['1', '2', '3'].map((sk) => enregistrement(item(sk, 'DEMANDE', { promis: [] })));
    expect(await trier(...records)).toEqual(['A/2/1']);
    expect(numeros(confies())).toEqual(['A/1/1', 'A/2/1', 'A/3/1']);
  });

  it('relit tout un lot quand le service ne répond pas', async () => {
    lambda.on(InvokeCommand).rejects(new Error('panne'));
    expect(await trier(enregistrement(item('1', 'DEMANDE')))).toEqual(['A/1/1']);
  });

  it('laisse de côté ce que l’objet était, quand les deux pèsent trop', async () => {
    const lourd = { corps: { texte: 'é'.repeat(350_000) } };
    await trier(enregistrement(item('1', 'DEMANDE', lourd), item('1', 'DEMANDE', lourd)));
    const [seul] = confies();
    expect(seul?.dynamodb.OldImage).toBeUndefined();
    expect(seul?.dynamodb.SequenceNumber).toBe('A/1/1');
  });

  it('écrit autrement les deux signes que SQS refuse', async () => {
    await trier(enregistrement(item('1', 'PROMESSE', { corps: { texte: 'a\uffff\ufffeb' } })));
    const [entree] = sqs.commandCalls(SendMessageBatchCommand)[0]?.args[0].input.Entries ?? [];
    expect(entree?.MessageBody).not.toMatch(/[\ufffe\uffff]/);
    expect(JSON.stringify(enFile())).toContain('a\uffff\ufffeb');
  });
});

describe('couper en lots', () => {
  it('garde tout, dans l’ordre, sans lot trop lourd ni trop long', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ octets: fc.integer({ min: 1, max: OCTETS_MAX + 10 }) }), { maxLength: 60 }),
        (choses) => {
          const lots = enLots(choses, MESSAGES_MAX);
          expect(lots.flat()).toEqual(choses);
          for (const lot of lots) {
            expect(lot.length).toBeLessThanOrEqual(MESSAGES_MAX);
            const poids = lot.reduce((total, { octets }) => total + octets, 0);
            expect(lot.length === 1 || poids <= OCTETS_MAX).toBe(true);
          }
        },
      ),
    ));
});
