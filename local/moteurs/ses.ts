import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { type Ensemble, ensemble } from '../ensemble.ts';
import type { Livraisons } from '../livraisons.ts';
import { enUneFois } from '../registre.ts';
import { type AppelAws, erreurJson, json, type ReponseAws } from './guichet.ts';

/** SES gives its messages an identifier of this length. */
export const numeroDeCourriel = (): string => randomBytes(20).toString('hex');

const Texte = z.object({ Data: z.string() });

/** SES takes no other sign in a tag. */
const Etiquette = z.string().regex(/^[\w\-.@]{1,256}$/);

/** What `SendEmail` takes of a mail that SES composes itself; what is not here would be lost, so it is refused. */
const Demande = z.strictObject({
  FromEmailAddress: z.string().regex(/^[\x20-\x7e]+@[\x20-\x7e]+$/),
  Destination: z.strictObject({ ToAddresses: z.array(z.string().includes('@')).min(1) }),
  ReplyToAddresses: z.array(z.string()).optional(),
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: Texte,
      Body: z.strictObject({ Text: Texte.optional(), Html: Texte.optional() }),
      Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).optional(),
    }),
  }),
  EmailTags: z.array(z.object({ Name: Etiquette, Value: Etiquette })).optional(),
  ConfigurationSetName: z.string().optional(),
});
export type Demande = z.infer<typeof Demande>;

/**
 * SES, as far as the product uses it: `SendEmail`, of version 2, which composes the mail. It and the event that says so
 * are kept in one transaction before the answer, so that what was said to be sent is never lost.
 */
export const servirSes = (registre: DatabaseSync, livraisons: Livraisons) => {
  const garder = boite(registre, livraisons);
  return async ({ commune, chemin, corps }: AppelAws): Promise<ReponseAws> => {
    if (chemin !== '/v2/email/outbound-emails')
      return erreurJson('NotFoundException', 'seul SendEmail est servi ici', 404);
    const texte = corps.toString();
    const { data: demande, error } = Demande.safeParse(JSON.parse(texte));
    if (!demande) return erreurJson('BadRequestException', z.prettifyError(error));
    const messageId = numeroDeCourriel();
    const le = new Date().toISOString();
    const { FromEmailAddress, Destination, Content } = demande;
    const de = adresseDe(FromEmailAddress);
    const parti = { commune, messageId, le, de, a: Destination.ToAddresses, tags: etiquettes(demande) };
    await garder({ parti, objet: Content.Simple.Subject.Data, texte });
    return json({ MessageId: messageId }, 'application/json');
  };
};

const adresseDe = (de: string): string => /<([^<>]+)>$/.exec(de)?.[1] ?? de;

type Parti = {
  commune: string;
  messageId: string;
  le: string;
  de: string;
  a: string[];
  tags: Record<string, string[]>;
};

/** The mails of an instant are kept in one transaction, with one event for each commune that sent some. */
const boite = (registre: DatabaseSync, livraisons: Livraisons): Ensemble<Envoye, void> => {
  const ajout = registre.prepare(
    'INSERT INTO courriels (messageId, commune, le, de, a, objet, demande) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const garder = (envoyes: readonly Envoye[]): void => {
    for (const { parti, objet, texte } of envoyes) {
      const { messageId, commune, le, de, a } = parti;
      ajout.run(messageId, commune, le, de, a.join(', '), objet, texte);
    }
    for (const [commune, siens] of Map.groupBy(envoyes, ({ parti }) => parti.commune))
      livraisons.deposer(commune, 'remises', { Records: siens.flatMap(({ parti }) => annoncesDe(parti)) });
  };
  return ensemble((envoyes) => {
    enUneFois(registre, () => garder(envoyes));
    void livraisons.eveiller();
    return envoyes.map(() => undefined);
  });
};

type Envoye = { parti: Parti; objet: string; texte: string };

const annoncesDe = (parti: Parti) =>
  nouvelles(parti).map((nouvelle) => ({
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    Sns: {
      Type: 'Notification',
      MessageId: crypto.randomUUID(),
      Timestamp: parti.le,
      Message: JSON.stringify(nouvelle),
    },
  }));

const etiquettes = ({ EmailTags = [], ConfigurationSetName }: Demande): Record<string, string[]> => ({
  ...Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, [Value]])),
  ...(ConfigurationSetName && { 'ses:configuration-set': [ConfigurationSetName] }),
});

/** SES's own simulator address for a mail that comes back, and the boxes of the town's people that no longer exist. */
const revient = (adresse: string): boolean =>
  adresse === 'bounce@simulator.amazonses.com' || adresse.endsWith('@boite-fermee.example');

/** What SES tells of a mail: that it left, and, from the simulator, that it came back. */
const nouvelles = ({ messageId, le, de, a, tags }: Parti): object[] => {
  const mail = { timestamp: le, messageId, source: de, destination: a, tags };
  const parti = { eventType: 'Send', mail, send: {} };
  const revenus = a.filter(revient);
  if (revenus.length === 0) return [parti];
  const bouncedRecipients = revenus.map((emailAddress) => ({
    emailAddress,
    action: 'failed',
    status: '5.1.1',
    diagnosticCode: 'smtp; 550 5.1.1 user unknown',
  }));
  const bounce = {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    timestamp: le,
    bouncedRecipients,
    feedbackId: messageId,
  };
  return [parti, { eventType: 'Bounce', mail, bounce }];
};
