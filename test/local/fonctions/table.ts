import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';

const doc = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.TABLE;

export type Item = { pk: string; sk: string; type: string; [cle: string]: unknown };
export const poser = (Item: Item): Promise<unknown> => doc.send(new PutCommand({ TableName, Item }));
export const tout = async (): Promise<Item[]> =>
  ((await doc.send(new ScanCommand({ TableName }))).Items ?? []) as Item[];
export const deType = async (type: string): Promise<Item[]> =>
  (await tout()).filter((item) => item.type === type);
