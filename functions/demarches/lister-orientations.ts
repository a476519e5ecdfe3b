import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { demarcheActions } from './demarche.actions.ts';
import { orienter } from './orientation.ts';

export const listerOrientations = implement(
  demarcheActions.listerOrientations,
  async (_, { commune, demarches, orientations }) => ({
    orientations: orienter(orientations, { commune, demarches }),
  }),
);

export const handler = lambda(listerOrientations);
