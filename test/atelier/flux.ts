import { marshall } from '@aws-sdk/util-dynamodb';
import type { Lieu } from '../../functions/platform/perform.ts';
import type { Item } from '../../functions/platform/table.ts';

/** A change of the table, as its stream tells it. */
export const enregistrement = (apres: Item, avant?: Item) => ({
  dynamodb: {
    SequenceNumber: `${apres.pk}/${apres.sk}/${apres.version}`,
    NewImage: marshall(apres, { removeUndefinedValues: true }),
    ...(avant && { OldImage: marshall(avant, { removeUndefinedValues: true }) }),
  },
});

/** What the stream says of these partitions when each of their items has just been written. */
export const fluxDe = async ({ base }: Lieu, ...pks: string[]) => {
  const items = (await Promise.all(pks.map((pk) => base.list({ pk })))).flat();
  return { Records: items.map((item) => enregistrement(item)) };
};
