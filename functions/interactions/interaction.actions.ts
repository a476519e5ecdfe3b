import * as z from 'zod';
import { AGENTS, action } from '../platform/action.ts';
import { Interaction } from './interaction.ts';

export const interactionActions = {
  recevoirCourriel: action({
    resume: 'Numéroter un courriel entrant et le mettre à trier',
    sur: { type: 'courriel' },
    par: ['horloge'],
    writes: true,
    ressources: ['courriels:lire'],
    input: z.object({
      Records: z.array(
        z
          .object({
            ses: z
              .object({ mail: z.object({ messageId: z.string(), timestamp: z.string() }).loose() })
              .loose(),
          })
          .loose(),
      ),
    }),
    output: z.object({}),
    refuse: [],
  }),
  recevoirSms: action({
    resume: 'Numéroter un SMS entrant et le mettre à trier',
    sur: { type: 'sms' },
    par: ['horloge'],
    writes: true,
    input: z.object({
      Records: z.array(
        z.object({ Sns: z.object({ MessageId: z.string(), Message: z.string(), Timestamp: z.string() }) }),
      ),
    }),
    output: z.object({}),
    refuse: [],
  }),
  listerInteractions: action({
    resume: 'Lister ce qui est arrivé et reste à trier',
    route: 'GET /interactions',
    par: AGENTS,
    writes: false,
    input: z.object({}),
    output: z.object({ interactions: z.array(Interaction) }),
    refuse: [],
  }),
};
