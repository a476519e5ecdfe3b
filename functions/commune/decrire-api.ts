import { manifeste } from '../actions.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { communeActions } from './commune.actions.ts';
import { decrire } from './openapi.ts';

export const decrireApi = implement(communeActions.decrireApi, async (_, { commune, origines }) =>
  decrire(manifeste, { titre: `API de ${commune.nomComplet}`, adresse: origines[0] }),
);

export const handler = lambda(decrireApi);
