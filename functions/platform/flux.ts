import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { journaliser } from './journal.ts';
import type { Item } from './table.ts';

/** A change of the table, as its stream tells it. */
export type Changement = { avant?: Item; apres?: Item };

type Echecs = { batchItemFailures: { itemIdentifier: string }[] };

/** An item as the stream writes it: its attributes, not yet converted. */
export type Image = Readonly<Record<string, { S?: string } | undefined>>;

/**
 * Does the same thing for each change of a batch; those that fail are asked for again. An item that would be put aside
 * at first sight is not converted.
 */
export const pourChaque = async (
  records: readonly unknown[],
  faire: (changement: Changement) => Promise<void>,
  voulu: (apres: Image | undefined) => boolean = () => true,
): Promise<Echecs> => {
  const resultats = await Promise.allSettled(
    (records as DynamoDBRecord[]).map(async (record) => {
      if (voulu(record.dynamodb?.NewImage as Image | undefined)) await faire(changementDe(record));
    }),
  );
  const echecs = resultats.flatMap((resultat, i) => {
    if (resultat.status === 'fulfilled') return [];
    journaliser('panne', { action: 'flux', erreur: resultat.reason });
    return [{ itemIdentifier: (records[i] as DynamoDBRecord).dynamodb?.SequenceNumber ?? '' }];
  });
  return { batchItemFailures: echecs };
};

const changementDe = ({ dynamodb }: DynamoDBRecord): Changement => ({
  ...(dynamodb?.OldImage && { avant: lireImage(dynamodb.OldImage) }),
  ...(dynamodb?.NewImage && { apres: lireImage(dynamodb.NewImage) }),
});

const lireImage = (image: unknown): Item => unmarshall(image as Parameters<typeof unmarshall>[0]) as Item;
