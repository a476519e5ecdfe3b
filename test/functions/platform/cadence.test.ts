import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { revenirBientot, tours } from '../../../functions/platform/cadence.ts';
import { PATIENCE } from '../../../functions/platform/patience.ts';

const sqs = mockClient(SQSClient);
process.env.AWS_REGION = 'eu-west-3';
process.env.FILE = 'la-file';
beforeEach(() => {
  sqs.reset();
  sqs.on(ChangeMessageVisibilityCommand).resolves({});
});

/** When each one leaves, who comes so many milliseconds after the one before. */
const departs = async (parSeconde: number, ecarts: readonly number[]): Promise<number[]> => {
  let heure = 1000;
  let attente = 0;
  const monTour = tours(parSeconde, {
    maintenant: () => heure,
    attendre: async (ms) => {
      attente = ms;
    },
  });
  const partis: number[] = [];
  for (const ecart of ecarts) {
    heure += ecart;
    attente = 0;
    await monTour();
    partis.push(heure + attente);
  }
  return partis;
};

describe('le tour de chacun', () => {
  it('ne laisse jamais partir plus que le débit', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 2, maxLength: 40 }),
        async (parSeconde, ecarts) => {
          const partis = await departs(parSeconde, ecarts);
          const serre = Math.min(...partis.slice(1).map((parti, i) => parti - (partis[i] ?? 0)));
          expect(serre).toBeGreaterThanOrEqual(1000 / parSeconde - 1e-6);
        },
      ),
    ));
  it('ne fait pas attendre qui vient assez longtemps après', async () => {
    expect(await departs(10, [0, 100, 250])).toEqual([1000, 1100, 1350]);
    expect(await departs(10, [0, 0, 0, 500])).toEqual([1000, 1100, 1200, 1500]);
  });
});

describe('ce qui a échoué', () => {
  const message = (messageId: string, fois: number) => ({
    messageId,
    receiptHandle: `poignee-${messageId}`,
    body: '{}',
    attributes: { ApproximateReceiveCount: String(fois) },
  });

  it('revient après une minute, puis deux ; le reste n’est pas touché', async () => {
    await revenirBientot([message('a', 1), message('b', 1), message('c', 2)], {
      batchItemFailures: [{ itemIdentifier: 'a' }, { itemIdentifier: 'c' }],
    });
    expect(sqs.commandCalls(ChangeMessageVisibilityCommand).map(({ args }) => args[0].input)).toEqual([
      { QueueUrl: 'la-file', ReceiptHandle: 'poignee-a', VisibilityTimeout: PATIENCE.pauses[0] },
      { QueueUrl: 'la-file', ReceiptHandle: 'poignee-c', VisibilityTimeout: PATIENCE.pauses[1] },
    ]);
  });

  it('reviendra de toute façon, si SQS n’entend pas', async () => {
    sqs.on(ChangeMessageVisibilityCommand).rejects(new Error('panne'));
    await revenirBientot([message('a', 1)], { batchItemFailures: [{ itemIdentifier: 'a' }] });
  });
});
