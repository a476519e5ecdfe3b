import * as z from 'zod';

/** What a mail or an SMS says. An accusé is printed from the record as issued; a letter carries its own words. */
export const Contenu = z.discriminatedUnion('type', [
  z.object({ type: z.literal('accuse') }),
  z.object({
    type: z.literal('lettre'),
    objet: z.string(),
    paragraphes: z.array(z.string()),
    suivi: z.boolean(),
  }),
  z.object({ type: z.literal('sms'), texte: z.string() }),
]);

/** A message that a write has promised. `en-cours` names the instant at which someone began to send it. */
export const Envoi = z.object({
  id: z.string(),
  demande: z.string(),
  code: z.string(),
  a: z.string(),
  contenu: Contenu,
  etat: z.enum(['a-expedier', 'en-cours', 'expedie', 'echec']),
  debut: z.iso.datetime().optional(),
  motif: z.string().optional(),
});
export type Envoi = z.infer<typeof Envoi>;

/** A sending that began this long ago without news is begun again: a mail twice is better than a mail never. */
export const BAIL_MS = 30_000;

export type Suite = 'expedier' | 'attendre' | 'rien';

/** What a consumer should do of an envoi that it finds. Pure, so that two consumers agree. */
export const suiteDe = ({ etat, debut }: Envoi, now: Date): Suite => {
  switch (etat) {
    case 'a-expedier':
      return 'expedier';
    case 'en-cours':
      return now.getTime() - Date.parse(debut ?? '1970-01-01T00:00:00Z') > BAIL_MS ? 'expedier' : 'attendre';
    case 'expedie':
    case 'echec':
      return 'rien';
  }
};
