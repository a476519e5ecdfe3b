import * as z from 'zod';

/**
 * What a mail or an SMS says. An accusé, of reception or of recording, is printed from the record as issued; what is notified
 * stays in the person's space, and its mail says so; a letter carries its own words.
 */
export const Contenu = z.discriminatedUnion('type', [
  z.object({ type: z.literal('accuse') }),
  z.object({ type: z.literal('enregistrement') }),
  z.object({ type: z.literal('decision') }),
  z.object({
    type: z.literal('lettre'),
    objet: z.string(),
    paragraphes: z.array(z.string()),
    suivi: z.boolean(),
  }),
  /** `malgreStop`: the one that says that no other will leave. */
  z.object({ type: z.literal('sms'), texte: z.string(), malgreStop: z.boolean().optional() }),
  z.object({
    type: z.literal('code'),
    code: z.string(),
    par: z.enum(['courriel', 'sms']),
    /** To add this contact to an account, or to give up a demande, `renonce`; not to sign in. */
    pour: z.enum(['contact', 'desistement']).optional(),
    renonce: z.string().optional(),
  }),
]);

/**
 * A message that must leave, or has left. `en-cours` names the instant at which someone began to send it; `retenu`, that
 * the person wants no SMS. One that answers an SMS about nothing known is kept with that interaction. One that carries
 * a code to sign in belongs to no demande, and vanishes once sent, or at `expire` (epoch seconds).
 */
export const Envoi = z.object({
  id: z.string(),
  demande: z.string(),
  interaction: z.string().optional(),
  connexion: z.object({ id: z.string(), expire: z.number().int() }).optional(),
  code: z.string(),
  a: z.string(),
  contenu: Contenu,
  /** The `Message-ID` of the mail that it answers. */
  enReponseA: z.string().optional(),
  /** Whom it greets, when their name is known. */
  pour: z.string().optional(),
  etat: z.enum(['a-expedier', 'en-cours', 'expedie', 'echec', 'retenu']),
  debut: z.iso.datetime().optional(),
  motif: z.string().optional(),
});
export type Envoi = z.infer<typeof Envoi>;

/** What must leave, as the item that promises it says it: whose it is and under which code, the item knows. */
export const Promesse = Envoi.pick({ id: true, a: true, contenu: true, enReponseA: true, pour: true }).extend(
  {
    /** When it was promised, in an item that others will write again. */
    le: z.iso.datetime().optional(),
  },
);
export type Promesse = z.infer<typeof Promesse>;

/** A sending that began this long ago without news is begun again: a mail twice is better than a mail never. */
export const BAIL_MS = 30_000;

export type Suite = 'expedier' | 'attendre' | 'rien';

/** What a consumer should do of an envoi that it finds. Pure, so that two consumers agree. */
export const suiteDe = ({ etat, debut, connexion }: Envoi, now: Date): Suite => {
  if (connexion && connexion.expire * 1000 <= now.getTime()) return 'rien';
  switch (etat) {
    case 'a-expedier':
      return 'expedier';
    case 'en-cours':
      return now.getTime() - Date.parse(debut ?? '1970-01-01T00:00:00Z') > BAIL_MS ? 'expedier' : 'attendre';
    case 'expedie':
    case 'echec':
    case 'retenu':
      return 'rien';
  }
};
