import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { interactionActions } from './interaction.actions.ts';
import { interactionStore } from './interaction.store.ts';

export const listerInteractions = implement(interactionActions.listerInteractions, (_, { table }) =>
  interactionStore(table).listATrier(),
);

export const handler = lambda(listerInteractions);
