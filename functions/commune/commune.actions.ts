import * as z from 'zod';
import { action } from '../platform/action.ts';

export const communeActions = {
  verifierSante: action({
    resume: 'Dire que tout est debout',
    route: 'GET /sante',
    par: ['public'],
    writes: false,
    input: z.object({}),
    output: z.object({ commune: z.string(), etat: z.literal('debout') }),
    refuse: [],
  }),
  decrireApi: action({
    resume: 'Décrire cette API (OpenAPI 3.1)',
    route: 'GET /openapi.json',
    par: ['public'],
    writes: false,
    input: z.object({}),
    output: z.record(z.string(), z.unknown()),
    refuse: [],
  }),
};
