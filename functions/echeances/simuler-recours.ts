import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { dernierJourDeRecours, devantLaCada } from './delais.ts';
import { DOCTRINE } from './doctrine.ts';
import { echeanceActions } from './echeance.actions.ts';

export const simulerRecours = implement(
  echeanceActions.simulerRecours,
  async ({ decision, calendrier, vendrediSaint, residence, recours }) => {
    const { le, explications } = dernierJourDeRecours(
      decision,
      { zone: calendrier, vendrediSaint },
      { residence, ...(recours === 'cada' && devantLaCada(DOCTRINE)) },
    );
    return { dernierJour: le, explications };
  },
);

export const handler = lambda(simulerRecours);
