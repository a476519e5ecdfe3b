import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { baseDynamo } from '../../functions/platform/table.dynamo.ts';
import type { Base } from '../../functions/platform/table.ts';
import { PLAN_TABLE } from '../../lib/plan-table.ts';

const client = () =>
  new DynamoDBClient({
    endpoint: inject('dynamo'),
    region: 'eu-west-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });

/** A new empty table, shaped as the deployed one. */
export const uneTable = async (): Promise<Base> => {
  const nom = `essai-${crypto.randomUUID()}`;
  const { pk, sk, index } = PLAN_TABLE;
  await client().send(
    new CreateTableCommand({
      TableName: nom,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: pk, KeyType: 'HASH' },
        { AttributeName: sk, KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [pk, sk, ...index.flatMap((un) => [un.pk, un.sk])].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      GlobalSecondaryIndexes: index.map((un) => ({
        IndexName: un.nom,
        KeySchema: [
          { AttributeName: un.pk, KeyType: 'HASH' as const },
          { AttributeName: un.sk, KeyType: 'RANGE' as const },
        ],
        Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...un.inclut] },
      })),
    }),
  );
  return baseDynamo(nom, client());
};
