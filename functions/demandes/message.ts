import * as z from 'zod';
import { Auteur, Canal } from './fait.ts';

/** One word of the thread between the person and the commune. */
export const Message = z.object({
  id: z.string(),
  le: z.iso.datetime(),
  par: Auteur,
  canal: Canal,
  texte: z.string(),
  /** What their program recalled under their words: shown folded. */
  citation: z.string().optional(),
  /** Nothing proves that it comes from the address that it shows: it decides nothing. */
  nonProuve: z.boolean().optional(),
  /** Where the answer is wanted, when it is not the address of the demande. */
  repondreA: z.string().optional(),
  /** Names of the files that came with it and are now pièces. */
  jointes: z.array(z.string()).optional(),
  /** What came with it and could not be kept, each with its reason. */
  refusees: z.array(z.string()).optional(),
  /** Someone else wrote it than the person of the demande. */
  tiers: z.boolean().optional(),
  /** The number under which it came in; its original is kept there. */
  interaction: z.string().optional(),
});
export type Message = z.infer<typeof Message>;

/** What the person wrote on a demande that was over: since when, how often, and its first words. */
export const ALire = z.object({
  depuis: z.iso.datetime(),
  nombre: z.number().int().min(1),
  canal: Canal,
  extrait: z.string(),
});
export type ALire = z.infer<typeof ALire>;

export const Texte = z
  .string()
  .trim()
  .min(1, 'Écrivez votre message.')
  .max(4000, '4 000 caractères au plus.');
