import * as z from 'zod';

/** Something that came in before anyone knew what it asks. It has a number before any treatment. */
export const Interaction = z.object({
  id: z.string(),
  canal: z.enum(['courriel', 'sms']),
  de: z.string(),
  objet: z.string(),
  texte: z.string(),
  recueLe: z.iso.datetime(),
  /** Where the original bytes are kept; empty for an SMS, whose text is whole. */
  original: z.string(),
});
export type Interaction = z.infer<typeof Interaction>;
