import * as z from 'zod';
import { nombreLisible } from './nombre.ts';

/** What it costs, said before one starts. */
export const Prix = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('gratuit') }),
  z.strictObject({ type: z.literal('montant'), euros: z.number().positive(), pour: z.string().optional() }),
  /** The conseil sets it: until the commune writes its own, the page says where to ask. */
  z.strictObject({ type: z.literal('deliberation'), pour: z.string().optional() }),
  z.strictObject({
    type: z.literal('selon-reponse'),
    champ: z.string(),
    cas: z
      .array(z.strictObject({ vaut: z.array(z.string()).min(1), dit: z.string().min(1).max(160) }))
      .min(1),
  }),
]);
export type Prix = z.infer<typeof Prix>;

/** In sentences, as the page and the notice say it. */
export const prixDit = (prix: Prix): string[] => {
  switch (prix.type) {
    case 'gratuit':
      return ['Cette démarche est gratuite.'];
    case 'montant':
      return [`${nombreLisible(prix.euros, '€')}${prix.pour ? `, ${prix.pour}` : ''}.`];
    case 'deliberation':
      return [
        `Une délibération en fixe le prix${prix.pour ? `\u00a0: ${prix.pour}` : ''}. Demandez le tarif au service.`,
      ];
    case 'selon-reponse':
      return prix.cas.map(({ vaut, dit }) => `${vaut.join(', ')}\u00a0: ${dit}`);
  }
};
