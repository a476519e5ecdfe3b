import * as z from 'zod';
import { action } from '../platform/action.ts';

export const fluxActions = {
  trierFlux: action({
    resume: 'Lire les changements de la table, et remettre à chacun les siens',
    sur: { type: 'lecteur' },
    par: ['horloge'],
    writes: false,
    ressources: ['flux:remettre'],
    input: z.object({ Records: z.array(z.unknown()) }),
    output: z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) }),
    refuse: [],
  }),
  relancerPerdus: action({
    resume: 'Chaque quart d’heure, essayer à nouveau ce qui a échoué et attend de côté',
    sur: { type: 'relance' },
    par: ['horloge'],
    writes: false,
    ressources: ['perdus:relancer'],
    input: z.object({}).loose(),
    output: z.object({ refaits: z.number().int(), restes: z.number().int() }),
    refuse: [],
  }),
};
