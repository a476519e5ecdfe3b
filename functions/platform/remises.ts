import { InvocationType, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { alleger, LEGER } from './leger.ts';

let lambda: LambdaClient | undefined;
let sqs: SQSClient | undefined;

/** Gives a function an event in JSON, which Lambda keeps before it answers. */
export const confier = async (FunctionName: string, evenement: string): Promise<void> => {
  lambda ??= alleger(new LambdaClient(LEGER));
  await lambda.send(
    new InvokeCommand({
      FunctionName,
      InvocationType: InvocationType.Event,
      Payload: Buffer.from(evenement),
    }),
  );
};

/** Puts at most ten messages in a queue; says the ranks of those that it did not take. */
export const poserEnFile = async (QueueUrl: string, corps: readonly string[]): Promise<number[]> => {
  sqs ??= alleger(new SQSClient(LEGER));
  const { Failed = [] } = await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: corps.map((MessageBody, i) => ({ Id: String(i), MessageBody })),
    }),
  );
  return Failed.map(({ Id }) => Number(Id));
};
