import type { Autour } from './autour.ts';
import { journaliser } from './journal.ts';
import { Refus } from './refus.ts';

/** Says once what became of an action: done and in how long, refused, or broken with the name of its incident. */
export const tenirJournal = <E, R>(actionDe: (event: E) => string): Autour<E, R> => ({
  before: ({ context }) => {
    context.debut = performance.now();
  },
  after: ({ event, context }) => {
    const ms = Math.round(performance.now() - (context.debut ?? performance.now()));
    journaliser('action-faite', { action: actionDe(event), ms });
  },
  onError: ({ event, context: { incident }, error: erreur }) => {
    const action = actionDe(event);
    if (erreur instanceof Refus) journaliser('action-refusee', { action, code: erreur.code });
    else journaliser('panne', { action, ...(incident && { incident }), erreur });
  },
});
