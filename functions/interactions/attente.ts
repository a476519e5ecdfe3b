import * as z from 'zod';
import type { Consigne } from './consigne.ts';
import { motsDe } from './vocabulaire.ts';

/**
 * What a phone was last asked, or told: `question`, which demande its texts are about; `jointe`, that its text joined
 * one that nothing named, from which NOUVELLE takes it out.
 */
export const Attente = z.object({
  quoi: z.enum(['question', 'jointe']),
  interactions: z.array(z.string()).min(1),
  choix: z.array(z.object({ reference: z.string(), objet: z.string() })),
  le: z.iso.datetime(),
});
export type Attente = z.infer<typeof Attente>;

/** After two days, one has forgotten the question. */
export const TENUE_S = 48 * 3600;

export const tient = ({ le }: Attente, quand: string): boolean =>
  Date.parse(quand) - Date.parse(le) < TENUE_S * 1000;

/** A choice is short: more words than this say something else. */
const MOTS_MAX = 4;
const LETTRES_MIN = 4;

/** The demande that an answer chooses: by its number in the list, its reference, or words that only its name has. */
export const choisie = (
  { choix }: Attente,
  texte: string,
  consigne: Consigne,
): Attente['choix'][number] | undefined => {
  if (consigne.type === 'choix') return choix[consigne.rang - 1];
  if (consigne.type === 'suivi')
    return consigne.nue ? choix.find(({ reference }) => reference === consigne.reference) : undefined;
  const dits = motsDe(texte);
  if (consigne.type !== 'message' || dits.length > MOTS_MAX) return undefined;
  const [une, autre] = choix.filter(({ objet }) => {
    const siens = motsDe(objet);
    return dits.some((mot) => mot.length >= LETTRES_MIN && siens.includes(mot));
  });
  return autre ? undefined : une;
};
