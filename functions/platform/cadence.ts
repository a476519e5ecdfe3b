import { setTimeout as pause } from 'node:timers/promises';
import type { Echecs } from './flux.ts';
import { journaliser } from './journal.ts';
import { reglage, variable } from './monde.ts';
import { pauseApres } from './patience.ts';
import { faireRevenir } from './remises.ts';

/** Waits until whoever came before is far enough. */
export type Tour = () => Promise<void>;

/** Gives turns, `parSeconde` in a second at most, and never two of them closer than that. */
export const tours = (
  parSeconde: number,
  { maintenant = () => performance.now(), attendre = pause as (ms: number) => Promise<unknown> } = {},
): Tour => {
  let suivant = 0;
  return async () => {
    const ici = maintenant();
    const tour = Math.max(ici, suivant);
    suivant = tour + 1000 / parSeconde;
    if (tour > ici) await attendre(tour - ici);
  };
};

let tour: Tour | undefined;
/** One's turn to send. Without `CADENCE`, as on a laptop, at once. */
export const monTour: Tour = async () => {
  const parSeconde = Number(reglage('CADENCE'));
  if (!parSeconde) return;
  tour ??= tours(parSeconde);
  await tour();
};

/** A message of SQS, as far as it matters here. */
type Message = {
  messageId: string;
  receiptHandle: string;
  attributes?: { ApproximateReceiveCount?: string };
};

/** Has the messages that failed come back as soon as our patience says, rather than when SQS believes that we are dead. */
export const revenirBientot = async (
  records: readonly unknown[],
  { batchItemFailures }: Echecs,
): Promise<void> => {
  const rates = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const messages = (records as Partial<Message>[]).filter(
    (record): record is Message => record.receiptHandle !== undefined && rates.has(record.messageId ?? ''),
  );
  await Promise.all(
    messages.map(({ receiptHandle, attributes }) =>
      faireRevenir(variable('FILE'), {
        receiptHandle,
        secondes: pauseApres(Number(attributes?.ApproximateReceiveCount ?? 1)),
      }).catch((erreur: unknown) => journaliser('panne', { action: 'flux', erreur })),
    ),
  );
};
