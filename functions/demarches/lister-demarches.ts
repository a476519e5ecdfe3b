import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { demarcheActions } from './demarche.actions.ts';

export const listerDemarches = implement(demarcheActions.listerDemarches, async (_, { demarches }) => ({
  demarches,
}));

export const handler = lambda(listerDemarches);
