import {
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { relancerPerdus } from '../../../functions/flux/relancer-perdus.ts';
import { PATIENCE } from '../../../functions/platform/patience.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { LUNDI, unLieu } from '../../atelier/monde.ts';

const lambda = mockClient(LambdaClient);
const sqs = mockClient(SQSClient);
const streams = mockClient(DynamoDBStreamsClient);
const arn = (nom: string) => `arn:aws:lambda:eu-west-3:000000000000:function:${nom}`;
process.env.AWS_REGION = 'eu-west-3';
process.env.PERDUS = JSON.stringify([
  { perdus: 'expeditions', envois: 'les-envois' },
  { perdus: 'arrivees' },
]);
process.env.SUJETS = JSON.stringify([{ sujet: 'arn:sujet-sms', fonction: arn('recevoirSms') }]);

let lieu: Lieu;
beforeEach(async () => {
  lieu = await unLieu();
  for (const client of [lambda, sqs, streams]) client.reset();
  sqs.on(ReceiveMessageCommand).resolves({});
  sqs.on(SendMessageCommand).resolves({});
  sqs.on(DeleteMessageCommand).resolves({});
  lambda.on(InvokeCommand).resolves({ Payload: enOctets(null) });
});

const enOctets = (valeur: unknown) => Buffer.from(JSON.stringify(valeur)) as never;
const attendre = (file: string, corps: unknown, reste: object = {}) =>
  sqs
    .on(ReceiveMessageCommand, { QueueUrl: file })
    .resolvesOnce({
      Messages: [
        {
          MessageId: 'm',
          ReceiptHandle: 'poignee',
          Body: typeof corps === 'string' ? corps : JSON.stringify(corps),
          Attributes: { SentTimestamp: String(LUNDI.getTime()) },
          ...reste,
        },
      ],
    })
    .resolves({});
const relancer = (now = LUNDI) => perform(relancerPerdus, { input: {}, now, interne: true }, lieu);
const appels = () =>
  lambda
    .commandCalls(InvokeCommand)
    .map(({ args: [{ input }] }) => ({ vers: input.FunctionName, avec: JSON.parse(String(input.Payload)) }));
const effaces = () => sqs.commandCalls(DeleteMessageCommand).map(({ args }) => args[0].input.QueueUrl);

const courriel = { Records: [{ ses: { mail: { messageId: 'abc' } } }] };
const echoue = {
  requestContext: { functionArn: `${arn('recevoirCourriel')}:$LATEST` },
  requestPayload: courriel,
};

describe('ce qui a échoué', () => {
  it('est donné à nouveau à l’action qui avait échoué, puis oublié', async () => {
    attendre('arrivees', echoue);
    expect(await relancer()).toEqual({ refaits: 1, restes: 0 });
    expect(appels()).toEqual([{ vers: arn('recevoirCourriel'), avec: courriel }]);
    expect(effaces()).toEqual(['arrivees']);
  });

  it.each([
    ['lance', { FunctionError: 'Unhandled', Payload: enOctets({ errorMessage: 'panne' }) }],
    ['dit qu’il n’a pas pu', { Payload: enOctets({ batchItemFailures: [{ itemIdentifier: '1' }] }) }],
  ])('reste de côté tant que l’action %s', async (_, reponse) => {
    lambda.on(InvokeCommand).resolves(reponse);
    attendre('arrivees', echoue);
    expect(await relancer()).toEqual({ refaits: 0, restes: 1 });
    expect(effaces()).toEqual([]);
  });

  it('reste de côté quand Lambda ne répond pas, sans empêcher les autres files', async () => {
    lambda.on(InvokeCommand).rejects(new Error('panne'));
    attendre('arrivees', echoue);
    attendre('expeditions', { dynamodb: { NewImage: {} } });
    expect(await relancer()).toEqual({ refaits: 1, restes: 1 });
  });

  it('venu d’un sujet, va à qui l’écoute', async () => {
    const avis = {
      Type: 'Notification',
      TopicArn: 'arn:sujet-sms',
      MessageId: 'm',
      Message: '{}',
      Timestamp: '2026-11-23T08:00:00.000Z',
    };
    attendre('arrivees', avis);
    await relancer();
    expect(appels()).toMatchObject([{ vers: arn('recevoirSms'), avec: { Records: [{ Sns: avis }] } }]);
  });

  it('venu de l’horaire, est confié à l’action que l’horaire nomme, sans attendre qu’elle finisse', async () => {
    attendre('arrivees', {}, { MessageAttributes: { TARGET_ARN: { StringValue: arn('oublierPieces') } } });
    await relancer();
    expect(appels()).toEqual([{ vers: arn('oublierPieces'), avec: {} }]);
    expect(lambda.commandCalls(InvokeCommand)[0]?.args[0].input.InvocationType).toBe('Event');
  });

  it.each(['{', '42', '{"autre":1}'])(
    'qu’on ne sait pas lire reste là où l’alarme le montre : %s',
    async (corps) => {
      attendre('arrivees', corps);
      expect(await relancer()).toEqual({ refaits: 0, restes: 1 });
      expect(effaces()).toEqual([]);
    },
  );
});

describe('ce qui n’a pas pu partir', () => {
  const envoi = { dynamodb: { NewImage: { type: { S: 'PROMESSE' } } } };

  it('reprend sa place dans la file des envois, en se souvenant depuis quand', async () => {
    attendre('expeditions', envoi);
    await relancer();
    const [{ input } = { input: {} }] = sqs.commandCalls(SendMessageCommand).map(({ args }) => args[0]);
    expect(input).toMatchObject({
      QueueUrl: 'les-envois',
      MessageBody: JSON.stringify(envoi),
      MessageAttributes: { depuis: { StringValue: String(LUNDI.getTime()) } },
    });
    expect(effaces()).toEqual(['expeditions']);
    expect(appels()).toEqual([]);
  });

  it('ne tourne pas sans fin : après quatorze jours il attend quelqu’un', async () => {
    const MessageAttributes = { depuis: { DataType: 'Number', StringValue: String(LUNDI.getTime()) } };
    attendre('expeditions', envoi, { MessageAttributes });
    const plusTard = new Date(LUNDI.getTime() + (PATIENCE.jours * 24 + 1) * 3600_000);
    expect(await relancer(plusTard)).toEqual({ refaits: 0, restes: 1 });
  });
});

describe('un lot du flux', () => {
  const lot = { shardId: 's', streamArn: 'arn:flux', startSequenceNumber: '100', endSequenceNumber: '300' };
  const perdu = {
    requestContext: { functionArn: arn('trierFlux') },
    DDBStreamBatchInfo: { ...lot, batchSize: 2 },
  };
  const record = (SequenceNumber: string) => ({
    eventName: 'INSERT' as const,
    dynamodb: {
      SequenceNumber,
      ApproximateCreationDateTime: LUNDI,
      NewImage: { type: { S: 'DEMANDE' }, octets: { B: new Uint8Array([1, 2]) } },
    },
  });
  const pages = (...suite: string[][]) => {
    streams.on(GetShardIteratorCommand).resolves({ ShardIterator: 'p0' });
    for (const [i, numeros] of suite.entries())
      streams
        .on(GetRecordsCommand, { ShardIterator: `p${i}` })
        .resolves({ Records: numeros.map(record), NextShardIterator: `p${i + 1}` });
    streams.on(GetRecordsCommand, { ShardIterator: `p${suite.length}` }).resolves({
      Records: [],
      NextShardIterator: `p${suite.length}`,
    });
  };
  const relus = () =>
    appels().flatMap(({ avec }) =>
      (avec as { Records: { dynamodb: { SequenceNumber: string } }[] }).Records.map(
        ({ dynamodb }) => dynamodb.SequenceNumber,
      ),
    );

  it('est relu jusqu’à sa fin, bien au-delà de sa taille, et pas plus loin', async () => {
    pages(['100', '150', '200'], [], ['250', '299'], ['300', '301']);
    attendre('arrivees', perdu);
    expect(await relancer()).toEqual({ refaits: 1, restes: 0 });
    expect(relus()).toEqual(['100', '150', '200', '250', '299', '300']);
    const [{ vers, avec } = { vers: '', avec: {} }] = appels();
    expect(vers).toBe(arn('trierFlux'));
    expect((avec as { Records: unknown[] }).Records[0]).toMatchObject({
      eventName: 'INSERT',
      dynamodb: {
        ApproximateCreationDateTime: LUNDI.getTime() / 1000,
        NewImage: { octets: { B: 'AQI=' } },
      },
    });
  });

  it('s’arrête à sa fin même si le flux n’a plus rien après', async () => {
    pages(['100', '300']);
    attendre('arrivees', perdu);
    await relancer();
    expect(relus()).toEqual(['100', '300']);
    expect(streams.commandCalls(GetRecordsCommand)).toHaveLength(1);
  });

  it('dont le flux a oublié la fin reste de côté', async () => {
    pages(['100', '200']);
    attendre('arrivees', perdu);
    expect(await relancer()).toEqual({ refaits: 0, restes: 1 });
  });

  it('va au lecteur par morceaux qu’il peut prendre', async () => {
    pages(Array.from({ length: 201 }, (_, i) => String(100 + i)));
    attendre('arrivees', perdu);
    await relancer();
    expect(appels().map(({ avec }) => (avec as { Records: unknown[] }).Records.length)).toEqual([
      100, 100, 1,
    ]);
  });
});
