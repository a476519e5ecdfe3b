import * as z from 'zod';
import { action } from '../platform/action.ts';

export const envoiActions = {
  expedierEnvois: action({
    resume: 'Expédier les courriels et SMS qu’une écriture a promis',
    sur: {
      type: 'flux',
      voulus: [{ type: 'DEMANDE', avec: 'promis' }, { type: 'ACCUSE', avec: 'promis' }, { type: 'PROMESSE' }],
      cadence: true,
    },
    par: ['horloge'],
    writes: true,
    ressources: ['courriels:envoyer', 'sms:envoyer'],
    input: z.object({ Records: z.array(z.unknown()) }),
    output: z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) }),
    refuse: [],
  }),
  constaterRemise: action({
    resume: 'Noter qu’un courriel est parti, ou revenu',
    sur: { type: 'remises' },
    par: ['horloge'],
    writes: true,
    ressources: ['table:retoucher'],
    input: z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) }),
    output: z.object({}),
    refuse: [],
  }),
};
