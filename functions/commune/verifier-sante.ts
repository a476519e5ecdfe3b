import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { communeActions } from './commune.actions.ts';

/** Reads one absent item: the answer means that the table answers too. */
export const verifierSante = implement(communeActions.verifierSante, async (_, { commune, table }) => {
  await table.get({ pk: 'SANTE', sk: 'SANTE' });
  return { commune: commune.nom, etat: 'debout' as const };
});

export const handler = lambda(verifierSante);
