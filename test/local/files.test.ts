import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expedierEnvois } from '../../functions/envois/expedier-envois.ts';
import { relancer } from '../../functions/flux/flux.relance.ts';
import { trierFlux } from '../../functions/flux/trier-flux.ts';
import { PATIENCE } from '../../functions/platform/patience.ts';
import { type Lieu, perform } from '../../functions/platform/perform.ts';
import { CLES, REGION } from '../../local/commun.ts';
import { type Files, ouvrirFiles } from '../../local/moteurs/files.ts';
import { enregistrement, fluxDe } from '../atelier/flux.ts';
import { deposer, LUNDI as now, unLieu } from '../atelier/monde.ts';
import { type QuandFini, sdk, unDossier } from './atelier.ts';

const ses = mockClient(SESv2Client);
const fins: (() => unknown)[] = [];
let files: Files;
let sqs: SQSClient;
let envois = '';
let perdus = '';

/** The two queues of the sendings as the stack makes them, but for the time that a message in hand stays out of sight. */
beforeAll(async () => {
  const quandFini: QuandFini = (fin) => fins.unshift(fin);
  files = await ouvrirFiles(unDossier(quandFini), ['perdus']);
  quandFini(files.fermer);
  sqs = new SQSClient(sdk(files.adresse));
  perdus = `${files.adresse}/000000000000/perdus`;
  await sqs.send(
    new CreateQueueCommand({
      QueueName: 'envois',
      Attributes: {
        VisibilityTimeout: '0',
        RedrivePolicy: JSON.stringify({
          deadLetterTargetArn: await arnDe(perdus),
          maxReceiveCount: PATIENCE.essais,
        }),
      },
    }),
  );
  // The engine's own address of a queue is a name that no one resolves.
  envois = `${files.adresse}/000000000000/envois`;
  Object.assign(process.env, {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: CLES.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CLES.secretAccessKey,
    AWS_ENDPOINT_URL_SQS: files.adresse,
    SES_CONFIGURATION: 'parvis-essai',
    FILE: envois,
    CONSOMMATEURS: JSON.stringify([{ voulus: [{ type: 'ACCUSE', avec: 'promis' }], file: envois }]),
  });
});
afterAll(async () => {
  for (const fin of fins) await fin();
});

let lieu: Lieu;
beforeEach(async () => {
  ses.reset();
  ses.on(SendEmailCommand).resolves({ MessageId: '1' });
  lieu = await unLieu();
});

const arnDe = async (QueueUrl: string): Promise<string> => {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  return Attributes?.QueueArn ?? '';
};
const trier = (input: { Records: unknown[] }) => perform(trierFlux, { input, now, interne: true }, lieu);

/** A message received, as Lambda shows it to the function; whoever does not erase it will receive it again. */
const recevoir = async () => {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: envois, MaxNumberOfMessages: 10 }),
  );
  return Messages.map(({ MessageId = '', Body = '' }) => ({ messageId: MessageId, body: Body }));
};

describe('par une vraie file', () => {
  it('ce qui a échoué trois fois est mis de côté, puis reprend sa place et part', async () => {
    const { reference } = await deposer(lieu);
    expect(await trier(await fluxDe(lieu, `DEMANDE#${reference}`))).toEqual({ batchItemFailures: [] });
    for (let essai = 0; essai < PATIENCE.essais; essai += 1) expect(await recevoir()).toHaveLength(1);
    expect(await recevoir()).toEqual([]);
    expect(files.compter('perdus')).toBe(1);

    const bilan = await relancer({ files: [{ perdus, envois }], now, continuer: () => true });
    expect(bilan).toEqual({ refaits: 1, restes: 0 });
    expect(files.compter('perdus')).toBe(0);
    const Records = await recevoir();
    const rendu = await perform(expedierEnvois, { input: { Records }, now, interne: true }, lieu);
    expect(rendu).toEqual({ batchItemFailures: [] });
    expect(ses.commandCalls(SendEmailCommand)).toHaveLength(1);
  });

  it('un message illisible n’emporte pas ceux de son lot', async () => {
    const { reference } = await deposer(lieu);
    const bon = (await fluxDe(lieu, `DEMANDE#${reference}`)).Records.find(
      ({ dynamodb }) => dynamodb.NewImage.promis,
    );
    const Records = [
      { messageId: 'casse', body: '{' },
      { messageId: 'faux', body: JSON.stringify(enregistrement({ ...FAUX, promis: [{ rien: true }] })) },
      { messageId: 'bon', body: JSON.stringify(bon) },
    ];
    const rendu = await perform(expedierEnvois, { input: { Records }, now, interne: true }, lieu);
    expect(rendu.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['casse', 'faux']);
    expect(ses.commandCalls(SendEmailCommand)).toHaveLength(1);
  });
});

const FAUX = { pk: 'DEMANDE#X', sk: 'DEMANDE', type: 'DEMANDE', version: 1, corps: {} };
