import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, SQSRecord } from 'aws-lambda';
import { journaliser } from './journal.ts';
import type { Item } from './table.ts';

/** A change of the table, as its stream tells it. */
export type Changement = { avant?: Item; apres?: Item };

export type Echecs = { batchItemFailures: { itemIdentifier: string }[] };
type Faire = (changement: Changement) => Promise<void>;

/** Does the same thing for each change of a batch, from a queue or from the stream, and says which must be asked again. */
export const pourChaque = async (records: readonly unknown[], faire: Faire): Promise<Echecs> => {
  const erreurs = await erreursDe(records, faire);
  return {
    batchItemFailures: [...erreurs.keys()].map((i) => ({ itemIdentifier: identifiantDe(records[i]) })),
  };
};

/** Does the same thing for each change of a batch. Throws the first failure, once all have been tried. */
export const pourTous = async (records: readonly unknown[], faire: Faire): Promise<void> => {
  for (const [, erreur] of await erreursDe(records, faire)) throw erreur;
};

/** What failed, by its rank. */
const erreursDe = async (records: readonly unknown[], faire: Faire): Promise<Map<number, unknown>> => {
  const resultats = await Promise.allSettled(records.map(async (record) => faire(changementDe(record))));
  const erreurs = new Map<number, unknown>();
  for (const [i, resultat] of resultats.entries())
    if (resultat.status === 'rejected') {
      journaliser('panne', { action: 'flux', erreur: resultat.reason });
      erreurs.set(i, resultat.reason);
    }
  return erreurs;
};

/** A record of the stream, or a message of a queue that holds one. */
type Recu = DynamoDBRecord | Pick<SQSRecord, 'messageId' | 'body'>;

const identifiantDe = (record: unknown): string => {
  const recu = record as Recu;
  return 'body' in recu ? recu.messageId : (recu.dynamodb?.SequenceNumber ?? '');
};

const changementDe = (record: unknown): Changement => {
  const recu = record as Recu;
  const { dynamodb } = 'body' in recu ? (JSON.parse(recu.body) as DynamoDBRecord) : recu;
  return {
    ...(dynamodb?.OldImage && { avant: lireImage(dynamodb.OldImage) }),
    ...(dynamodb?.NewImage && { apres: lireImage(dynamodb.NewImage) }),
  };
};

const lireImage = (image: unknown): Item => unmarshall(image as Parameters<typeof unmarshall>[0]) as Item;
