import {
  type AttributeValue,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { alleger, LEGER } from './leger.ts';
import { type Base, type Cle, Conflit, type Ecriture, type Item, type Recherche } from './table.ts';

type Attributs = Record<string, AttributeValue>;

/** The lower of the SDK's two clients, and its own converter: the document client does the same with more layers. */
const enAttributs = (valeur: object): Attributs => marshall(valeur, { removeUndefinedValues: true });
const enItem = (attributs: Attributs): Item => unmarshall(attributs) as Item;

/** The DynamoDB engine. Name and endpoint come from the environment, as the SDK reads it. */
export const baseDynamo = (
  TableName: string,
  client: DynamoDBClient = alleger(new DynamoDBClient(LEGER)),
): Base => ({
  get: async (cle) => {
    const Key = cleDe(cle);
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    return Item && enItem(Item);
  },
  list: (recherche) => lister(client, TableName, recherche),
  ecrire: (ecritures) => ecrire(client, TableName, ecritures),
  compter: async (cle, { type, pas, ttl }) => {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName,
        Key: cleDe(cle),
        UpdateExpression: 'ADD #compte :pas SET #type = :type, #version = :un, #ttl = :ttl',
        ExpressionAttributeNames: {
          '#compte': 'compte',
          '#type': 'type',
          '#version': 'version',
          '#ttl': 'ttl',
        },
        ExpressionAttributeValues: enAttributs({ ':pas': pas, ':type': type, ':un': 1, ':ttl': ttl }),
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes?.compte?.N);
  },
  retoucher: async (cle, champs, { champ, parmi }) => {
    const noms = Object.keys(champs);
    const permises = Object.fromEntries(parmi.map((valeur, i) => [`:si${i}`, valeur]));
    const requete = new UpdateItemCommand({
      TableName,
      Key: cleDe(cle),
      UpdateExpression: `SET ${noms.map((nom) => `#corps.#${nom} = :${nom}`).join(', ')} ADD #version :un`,
      ConditionExpression: `#corps.#si IN (${Object.keys(permises).join(', ')})`,
      ExpressionAttributeNames: {
        '#corps': 'corps',
        '#version': 'version',
        '#si': champ,
        ...Object.fromEntries(noms.map((nom) => [`#${nom}`, nom])),
      },
      ExpressionAttributeValues: enAttributs({
        ':un': 1,
        ...permises,
        ...Object.fromEntries(noms.map((nom) => [`:${nom}`, champs[nom]])),
      }),
    });
    return client.send(requete).then(() => true, siConditionFausse);
  },
});

const siConditionFausse = (erreur: unknown): false => {
  if (conflitDe(erreur)) return false;
  throw erreur;
};

const lister = async (client: DynamoDBClient, TableName: string, recherche: Recherche): Promise<Item[]> => {
  const { limite = Number.POSITIVE_INFINITY } = recherche;
  const items: Item[] = [];
  let depuis: Attributs | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName,
        ...requete(recherche),
        ...(Number.isFinite(limite) && { Limit: limite - items.length }),
        ExclusiveStartKey: depuis,
      }),
    );
    items.push(...(page.Items ?? []).map(enItem));
    depuis = page.LastEvaluatedKey;
  } while (depuis && items.length < limite);
  return items;
};

const requete = ({ pk, debut, apres, jusqua, index, sens }: Recherche) => {
  const [cle, tri] = index ? [`${index}Pk`, `${index}Sk`] : ['pk', 'sk'];
  const borne = borneDe({ debut, apres, jusqua }, sens);
  return {
    ...(index ? { IndexName: index } : { ConsistentRead: true }),
    ScanIndexForward: sens !== 'decroissant',
    KeyConditionExpression: borne ? `#k = :k AND ${borne.condition}` : '#k = :k',
    ExpressionAttributeNames: { '#k': cle, ...(borne && { '#t': tri }) },
    ExpressionAttributeValues: enAttributs({ ':k': pk, ...(borne && { ':t': borne.valeur }) }),
  };
};

type Bornes = { [nom in 'debut' | 'apres' | 'jusqua']: string | undefined };

/** DynamoDB takes one condition on the sort key. */
const borneDe = (
  { debut, apres, jusqua }: Bornes,
  sens: Recherche['sens'],
): { condition: string; valeur: string } | undefined => {
  if (apres !== undefined)
    return { condition: sens === 'decroissant' ? '#t < :t' : '#t > :t', valeur: apres };
  if (jusqua !== undefined) return { condition: '#t <= :t', valeur: jusqua };
  return debut === undefined ? undefined : { condition: 'begins_with(#t, :t)', valeur: debut };
};

/** A lone write costs half of a transaction. */
const ecrire = async (
  client: DynamoDBClient,
  TableName: string,
  ecritures: readonly Ecriture[],
): Promise<void> => {
  const [premiere, ...autres] = ecritures;
  try {
    if (premiere && autres.length === 0) await ecrireSeule(client, TableName, premiere);
    else
      await client.send(
        new TransactWriteItemsCommand({
          TransactItems: ecritures.map((ecriture) => enTransaction(TableName, ecriture)),
        }),
      );
  } catch (erreur) {
    throw conflitDe(erreur) ?? erreur;
  }
};

const ecrireSeule = async (client: DynamoDBClient, TableName: string, ecriture: Ecriture): Promise<void> => {
  const { Put, Delete } = enTransaction(TableName, ecriture);
  if (Put) await client.send(new PutItemCommand(Put));
  if (Delete) await client.send(new DeleteItemCommand(Delete));
};

type Put = { TableName: string; Item: Attributs } & Condition;
type Delete = { TableName: string; Key: Attributs } & Condition;
type Condition = { ConditionExpression?: string; ExpressionAttributeValues?: Attributs };

const enTransaction = (TableName: string, ecriture: Ecriture): { Put?: Put; Delete?: Delete } => {
  const poser = (item: Item, condition: Condition = {}) => ({
    Put: { TableName, Item: enAttributs(item), ...condition },
  });
  switch (ecriture.geste) {
    case 'ajouter':
      return poser(ecriture.item, { ConditionExpression: 'attribute_not_exists(pk)' });
    case 'poser':
      return poser(ecriture.item);
    case 'remplacer':
      return poser(ecriture.item, {
        ConditionExpression: 'version = :lue',
        ExpressionAttributeValues: { ':lue': { N: String(ecriture.lue) } },
      });
    case 'retirer':
      return { Delete: { TableName, Key: cleDe(ecriture.cle), ...(ecriture.existe && EXISTE) } };
  }
};

const cleDe = ({ pk, sk }: Cle): Attributs => enAttributs({ pk, sk });
const EXISTE: Condition = { ConditionExpression: 'attribute_exists(pk)' };

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
