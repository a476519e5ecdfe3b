import * as z from 'zod';
import { Auteur, Canal } from './demande.ts';

/** One word of the thread between the person and the commune. */
export const Message = z.object({
  id: z.string(),
  le: z.iso.datetime(),
  par: Auteur,
  canal: Canal,
  texte: z.string(),
});
export type Message = z.infer<typeof Message>;

export const Texte = z
  .string()
  .trim()
  .min(1, 'Écrivez votre message.')
  .max(4000, '4 000 caractères au plus.');
