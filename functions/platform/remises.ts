import { InvocationType, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { alleger, LEGER } from './leger.ts';

let lambdaOuvert: LambdaClient | undefined;
let sqsOuvert: SQSClient | undefined;
const lambda = (): LambdaClient => (lambdaOuvert ??= alleger(new LambdaClient(LEGER)));
const sqs = (): SQSClient => (sqsOuvert ??= alleger(new SQSClient(LEGER)));

/** Gives a function an event in JSON, which Lambda keeps before it answers. */
export const confier = async (FunctionName: string, evenement: string): Promise<void> => {
  await lambda().send(
    new InvokeCommand({
      FunctionName,
      InvocationType: InvocationType.Event,
      Payload: Buffer.from(evenement),
    }),
  );
};

/** Puts at most ten messages in a queue; says the ranks of those that it did not take. */
export const poserEnFile = async (QueueUrl: string, corps: readonly string[]): Promise<number[]> => {
  const { Failed = [] } = await sqs().send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: corps.map((MessageBody, i) => ({ Id: String(i), MessageBody })),
    }),
  );
  return Failed.map(({ Id }) => Number(Id));
};

type Rendu = { batchItemFailures?: unknown[] } | null;

/** Has a function carry out an event, and waits for it: did it do all of it? */
export const executer = async (FunctionName: string, evenement: unknown): Promise<boolean> => {
  const { FunctionError, Payload } = await lambda().send(
    new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(evenement)) }),
  );
  if (FunctionError) return false;
  const rendu = JSON.parse(Buffer.from(Payload ?? []).toString() || 'null') as Rendu;
  return (rendu?.batchItemFailures ?? []).length === 0;
};

/** At most ten messages, that nobody else receives for as many seconds. */
export const retirer = async (QueueUrl: string, secondes: number): Promise<Message[]> => {
  const { Messages = [] } = await sqs().send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: secondes,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['SentTimestamp'],
    }),
  );
  return Messages;
};

export const effacerMessage = async (QueueUrl: string, ReceiptHandle: string | undefined): Promise<void> => {
  await sqs().send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
};

/** The attribute that says since when a message waits, in epoch milliseconds. */
const DEPUIS = 'depuis';
export const depuisQuand = ({ MessageAttributes, Attributes }: Message): number =>
  Number(MessageAttributes?.[DEPUIS]?.StringValue ?? Attributes?.SentTimestamp ?? 0);

/** Puts a message back where it came from; it remembers since when it waits. */
export const remettreEnFile = async (QueueUrl: string, message: Message): Promise<void> => {
  await sqs().send(
    new SendMessageCommand({
      QueueUrl,
      MessageBody: message.Body,
      MessageAttributes: { [DEPUIS]: { DataType: 'Number', StringValue: String(depuisQuand(message)) } },
    }),
  );
};

/** Has a message that a function holds come back after as many seconds. */
export const faireRevenir = async (
  QueueUrl: string,
  { receiptHandle, secondes }: { receiptHandle: string; secondes: number },
): Promise<void> => {
  await sqs().send(
    new ChangeMessageVisibilityCommand({
      QueueUrl,
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: secondes,
    }),
  );
};
