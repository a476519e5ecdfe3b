import * as z from 'zod';

/** A text that founds a rule, with the page where anyone can read it. */
export const Fondement = z.strictObject({
  texte: z.string().min(1),
  article: z.string().min(1),
  url: z.url(),
});
export type Fondement = z.infer<typeof Fondement>;

export const Delai = z.string().regex(/^P\d+[MD]$/, 'un délai comme P2M (deux mois) ou P15D (quinze jours)');
