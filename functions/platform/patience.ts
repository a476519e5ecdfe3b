/**
 * How patient the house is with what nobody waits for: the one place of these figures, for the stacks (lib/) as for the
 * laptop (local/). First what Lambda itself does of an asynchronous event, and nothing else can: three tries in three
 * minutes. Then the event waits apart, and is tried again by the quarter of hour for as long as SQS keeps a message.
 */
export const PATIENCE = {
  essais: 3,
  /** Seconds after the first try, after the second. */
  pauses: [60, 120],
  /** Seconds between two later tries. */
  reprise: 900,
  jours: 14,
} as const;

/** Seconds to wait after that many tries in vain. */
export const pauseApres = (essais: number): number =>
  PATIENCE.pauses[Math.max(0, essais - 1)] ?? PATIENCE.reprise;

/** After as many, nobody tries any more. */
export const ESSAIS_EN_TOUT = PATIENCE.essais + Math.floor((PATIENCE.jours * 86_400) / PATIENCE.reprise);

/** How the stream is read: records at a time; and how long its one reader insists before it puts a batch aside. */
export const LECTURE = { lot: 100, essais: 30, heures: 6 } as const;

/** How sendings leave their queue: messages to a function, functions at once. */
export const EXPEDITION = { lot: 10, ensemble: 2 } as const;
