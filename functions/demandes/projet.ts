import * as z from 'zod';
import { NatureActe } from '../commune/delegation.ts';

/** What can be prepared: the verb that would have done it. */
export const GesteSigne = z.enum([
  'accepterDemande',
  'refuserDemande',
  'retirerDecision',
  'communiquerMotifs',
  'consignerFait',
]);
export type GesteSigne = z.infer<typeof GesteSigne>;

/** An act as it was prepared: what was typed, by whom, and on what state of the file. */
export const Projet = z.object({
  geste: GesteSigne,
  nature: NatureActe,
  /** What the verb was given; its own contract reads it again. */
  saisie: z.record(z.string(), z.unknown()),
  le: z.iso.datetime(),
  par: z.object({ id: z.string(), nom: z.string() }),
  /** How many faits there were: those that follow, nobody had read. */
  faits: z.number().int(),
  /** It went back to who prepared it, and why. */
  renvoi: z.object({ le: z.iso.datetime(), par: z.string(), mot: z.string() }).optional(),
});
export type Projet = z.infer<typeof Projet>;

/** Does it wait for a signature? Sent back, it waits for who prepared it. */
export const attendSignature = ({ aSigner }: { aSigner?: Projet | undefined }): boolean =>
  aSigner !== undefined && !aSigner.renvoi;
