import type { Voulu } from '../platform/action.ts';

/** What the reader looks at in an image of an item: its type, and whether it promises something. */
export type Vue = { type: string | null; promis: boolean };
export type Vues = { avant?: Vue; apres?: Vue };

/** Does a consumer want this change? Without `avec`, what vanishes is told too. */
export const veut = (voulus: readonly Voulu[], { avant, apres }: Vues): boolean =>
  voulus.some(({ type, avec }) =>
    avec ? apres?.type === type && apres.promis : avant?.type === type || apres?.type === type,
  );

/** Lambda takes a megabyte in an asynchronous event, SQS in a message or in a batch of ten; a little is left for their own words. */
export const OCTETS_MAX = 900_000;
export const MESSAGES_MAX = 10;

/** Cuts in order, so that no lot is heavier than `OCTETS_MAX` nor longer than `max`; what is too heavy alone goes alone. */
export const enLots = <T extends { octets: number }>(choses: readonly T[], max: number): T[][] => {
  const lots: T[][] = [];
  let reste = 0;
  for (const chose of choses) {
    const lot = lots.at(-1);
    if (lot && lot.length < max && chose.octets <= reste) {
      lot.push(chose);
      reste -= chose.octets;
    } else {
      lots.push([chose]);
      reste = OCTETS_MAX - chose.octets;
    }
  }
  return lots;
};
