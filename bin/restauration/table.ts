import { setTimeout as pause } from 'node:timers/promises';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  ScanCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';

type Objet = Record<string, AttributeValue>;
export type Copie = {
  client: DynamoDBClient;
  /** The table that AWS has made again, as it was at some second, and that which lives. */
  de: string;
  vers: string;
  /** Only what one partition holds: a demande, for instance. */
  partition?: string | undefined;
  /** Only what the living table no longer has. */
  manquants?: boolean;
  /** Without what was to leave: for when one knows that it has left. */
  sansPromesses?: boolean;
  dire?: (objets: number) => void;
  /** How long to wait after that many batches that DynamoDB took in part only, in milliseconds. */
  attente?: (essai: number) => number;
};
export type Bilan = { remis: number; laisses: number };

/** What DynamoDB takes in one batch, and batches under way at once: far from what a new table bears. */
const LOT = 25;
const ENSEMBLE = 4;

/** Tries of a batch before the whole stops; what was put back stays, and the same command begins again without harm. */
const ESSAIS = 12;
const doubler = (essai: number): number => Math.min(10_000, 50 * 2 ** essai);

/**
 * Puts items back, byte for byte. What has left is put back before what promises it: the stream would send it a second time.
 * Throws when DynamoDB keeps refusing.
 */
export const copierTable = async (copie: Copie): Promise<Bilan> => {
  const bilan = { remis: 0, laisses: 0 };
  for (const passe of [(objet: Objet) => !promet(objet), promet])
    for await (const page of pages(copie)) {
      const choisis = page.filter(passe);
      const remis = await remettre(choisis, copie);
      bilan.remis += remis;
      bilan.laisses += choisis.length - remis;
      copie.dire?.(bilan.remis);
    }
  return bilan;
};

const promet = ({ type, promis }: Objet): boolean => type?.S === 'PROMESSE' || promis !== undefined;

async function* pages({ client, de, partition }: Copie): AsyncGenerator<Objet[]> {
  let depuis: Objet | undefined;
  do {
    const commun = { TableName: de, ConsistentRead: true, ExclusiveStartKey: depuis };
    const page = await (partition === undefined
      ? client.send(new ScanCommand(commun))
      : client.send(
          new QueryCommand({
            ...commun,
            KeyConditionExpression: 'pk = :p',
            ExpressionAttributeValues: { ':p': { S: partition } },
          }),
        ));
    yield page.Items ?? [];
    depuis = page.LastEvaluatedKey;
  } while (depuis);
}

const remettre = async (objets: readonly Objet[], copie: Copie): Promise<number> => {
  const voulus = (await Promise.all(objets.map((objet) => retenir(objet, copie)))).filter(
    (objet) => objet !== undefined,
  );
  const lots = Array.from({ length: Math.ceil(voulus.length / LOT) }, (_, i) =>
    voulus.slice(i * LOT, (i + 1) * LOT),
  );
  for (let i = 0; i < lots.length; i += ENSEMBLE)
    await Promise.all(lots.slice(i, i + ENSEMBLE).map((lot) => ecrire(lot, copie)));
  return voulus.length;
};

/** The item as it is to be put back, if it is. */
const retenir = async (
  objet: Objet,
  { client, vers, manquants, sansPromesses }: Copie,
): Promise<Objet | undefined> => {
  const { promis: _, ...sans } = objet;
  if (sansPromesses && objet.type?.S === 'PROMESSE') return undefined;
  if (manquants && (await existe(client, vers, objet))) return undefined;
  return sansPromesses ? sans : objet;
};

const existe = async (client: DynamoDBClient, TableName: string, { pk, sk }: Objet): Promise<boolean> => {
  const { Item } = await client.send(
    new GetItemCommand({
      TableName,
      Key: { pk: pk ?? { S: '' }, sk: sk ?? { S: '' } },
      ProjectionExpression: 'pk',
      ConsistentRead: true,
    }),
  );
  return Item !== undefined;
};

const ecrire = async (lot: readonly Objet[], { client, vers, attente = doubler }: Copie): Promise<void> => {
  let reste: WriteRequest[] = lot.map((Item) => ({ PutRequest: { Item } }));
  for (let essai = 0; reste.length > 0; essai += 1) {
    if (essai === ESSAIS)
      throw new Error(
        `DynamoDB refuse encore ${reste.length} objet(s) : attendez, puis relancez la commande.`,
      );
    if (essai > 0) await pause(attente(essai));
    const { UnprocessedItems } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [vers]: reste } }),
    );
    reste = UnprocessedItems?.[vers] ?? [];
  }
};
