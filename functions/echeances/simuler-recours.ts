import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { dernierJourDeRecours } from './delais.ts';
import { echeanceActions } from './echeance.actions.ts';

export const simulerRecours = implement(
  echeanceActions.simulerRecours,
  async ({ decision, calendrier, vendrediSaint }) => {
    const { le, explications } = dernierJourDeRecours(decision, { zone: calendrier, vendrediSaint });
    return { dernierJour: le, explications };
  },
);

export const handler = lambda(simulerRecours);
