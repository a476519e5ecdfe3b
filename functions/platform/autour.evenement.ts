import type { Contract } from './action.ts';
import type { Autour } from './autour.ts';
import { enAppel } from './http.ts';
import { freiner, verifierChemin } from './porte.ts';

type Reglages = { origines: readonly string[]; bord: string | undefined };

/** Reads what is asked, once it is known to come by the site and no faster than people do. Throws Refus. */
export const lireEvenement = (contract: Contract, reglages: () => Reglages): Autour => ({
  before: ({ event, context }) => {
    const { origines, bord } = reglages();
    verifierChemin(event.headers, bord);
    context.appel = enAppel(event, { origines, now: new Date(), bord });
    freiner(contract, context.appel.adresse, context.appel.now);
  },
});
