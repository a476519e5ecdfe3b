import * as z from 'zod';

/** Long enough to open a mail on another machine, short enough that a code read over a shoulder dies. Seconds. */
export const DUREE_CODE = 600;
export const ESSAIS = 5;

/** A code that was sent to a contact; the code itself is not kept here. */
export const CodeEnvoye = z.object({
  id: z.uuid(),
  contact: z.string(),
  empreinte: z.string(),
  essais: z.number().int(),
  /** The account that asked for it, to join this contact; none for who signs in. */
  compte: z.string().optional(),
  /** The demande that it gives up; it serves for nothing else. */
  renonce: z.string().optional(),
});
export type CodeEnvoye = z.infer<typeof CodeEnvoye>;

/** Six figures from four random bytes. */
export const sixChiffres = (aleas: Uint8Array): string =>
  String(new DataView(aleas.buffer, aleas.byteOffset).getUint32(0) % 1_000_000).padStart(6, '0');

/** The same six figures, however they were typed. */
export const SaisieCode = z
  .string()
  .transform((saisie) => saisie.replace(/[\s.-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'Le code a 6 chiffres.'));

export const phraseEssais = (essais: number): string =>
  essais > 1 ? `Il vous reste ${essais} essais.` : 'Il vous reste un essai.';
