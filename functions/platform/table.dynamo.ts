import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { type Base, Conflit, type Ecriture, type Item, type Recherche } from './table.ts';

/** The DynamoDB engine. Name and endpoint come from the environment, as the SDK reads it. */
export const baseDynamo = (nom: string, client: DynamoDBClient = new DynamoDBClient({})): Base => {
  const doc = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return {
    get: async ({ pk, sk }) => {
      const { Item } = await doc.send(
        new GetCommand({ TableName: nom, Key: { pk, sk }, ConsistentRead: true }),
      );
      return Item as Item | undefined;
    },
    list: (recherche) => lister(doc, nom, recherche),
    ecrire: (ecritures) => ecrire(doc, nom, ecritures),
    compter: async ({ pk, sk }, { type, pas, ttl }) => {
      const { Attributes } = await doc.send(
        new UpdateCommand({
          TableName: nom,
          Key: { pk, sk },
          UpdateExpression: 'ADD #compte :pas SET #type = :type, #version = :un, #ttl = :ttl',
          ExpressionAttributeNames: {
            '#compte': 'compte',
            '#type': 'type',
            '#version': 'version',
            '#ttl': 'ttl',
          },
          ExpressionAttributeValues: { ':pas': pas, ':type': type, ':un': 1, ':ttl': ttl },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Number(Attributes?.compte);
    },
  };
};

/** A list stops here even when no limit was asked: no page of the product shows more. */
const LIMITE = 1000;

const lister = async (doc: DynamoDBDocumentClient, nom: string, recherche: Recherche): Promise<Item[]> => {
  const { limite = LIMITE } = recherche;
  const items: Item[] = [];
  let depuis: Record<string, unknown> | undefined;
  do {
    const page = await doc.send(
      new QueryCommand({
        TableName: nom,
        ...requete(recherche),
        Limit: limite - items.length,
        ExclusiveStartKey: depuis,
      }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    depuis = page.LastEvaluatedKey;
  } while (depuis && items.length < limite);
  return items;
};

const requete = ({ pk, debut, index, sens }: Recherche) => {
  const [cle, tri] = index ? [`${index}Pk`, `${index}Sk`] : ['pk', 'sk'];
  return {
    ...(index ? { IndexName: index } : { ConsistentRead: true }),
    ScanIndexForward: sens !== 'decroissant',
    KeyConditionExpression: debut === undefined ? '#k = :k' : '#k = :k AND begins_with(#t, :t)',
    ExpressionAttributeNames: { '#k': cle, ...(debut !== undefined && { '#t': tri }) },
    ExpressionAttributeValues: { ':k': pk, ...(debut !== undefined && { ':t': debut }) },
  };
};

/** A lone write costs half of a transaction. */
const ecrire = async (
  doc: DynamoDBDocumentClient,
  nom: string,
  ecritures: readonly Ecriture[],
): Promise<void> => {
  const [premiere, ...autres] = ecritures;
  try {
    if (premiere && autres.length === 0) await ecrireSeule(doc, nom, premiere);
    else
      await doc.send(
        new TransactWriteCommand({
          TransactItems: ecritures.map((ecriture) => enTransaction(nom, ecriture)),
        }),
      );
  } catch (erreur) {
    throw conflitDe(erreur) ?? erreur;
  }
};

const ecrireSeule = async (doc: DynamoDBDocumentClient, nom: string, ecriture: Ecriture): Promise<void> => {
  const { Put, Delete } = enTransaction(nom, ecriture);
  if (Put) await doc.send(new PutCommand(Put));
  if (Delete) await doc.send(new DeleteCommand(Delete));
};

type Transaction = {
  Put?: ConstructorParameters<typeof PutCommand>[0];
  Delete?: ConstructorParameters<typeof DeleteCommand>[0];
};

const enTransaction = (TableName: string, ecriture: Ecriture): Transaction => {
  switch (ecriture.geste) {
    case 'ajouter':
      return { Put: { TableName, Item: ecriture.item, ConditionExpression: 'attribute_not_exists(pk)' } };
    case 'poser':
      return { Put: { TableName, Item: ecriture.item } };
    case 'remplacer':
      return {
        Put: {
          TableName,
          Item: ecriture.item,
          ConditionExpression: 'version = :lue',
          ExpressionAttributeValues: { ':lue': ecriture.lue },
        },
      };
    case 'retirer':
      return {
        Delete: {
          TableName,
          Key: ecriture.cle,
          ...(ecriture.existe && { ConditionExpression: 'attribute_exists(pk)' }),
        },
      };
  }
};

/** A cancelled transaction is a conflict only when a reason says so: it may also be throttled, or too large. */
const conflitDe = (erreur: unknown): Conflit | undefined => {
  if (!(erreur instanceof Error)) return undefined;
  if (erreur.name === 'ConditionalCheckFailedException') return new Conflit([0]);
  if (erreur.name !== 'TransactionCanceledException') return undefined;
  const raisons = (erreur as Error & { CancellationReasons?: { Code?: string }[] }).CancellationReasons ?? [];
  const positions = raisons.flatMap(({ Code }, i) =>
    Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict' ? [i] : [],
  );
  return positions.length > 0 ? new Conflit(positions) : undefined;
};
