import * as z from 'zod';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { envoiActions } from './envoi.actions.ts';
import { direRevenu } from './envoi.retour.ts';
import { envoiStore } from './envoi.store.ts';

/** What SES tells of a mail, and its tags as we set them. */
const Nouvelle = z.object({
  eventType: z.string(),
  mail: z
    .object({ tags: z.object({ envoi: z.tuple([z.string()]), demande: z.tuple([z.string()]) }).loose() })
    .loose(),
  bounce: z.object({ bounceType: z.string(), bounceSubType: z.string() }).partial().loose().optional(),
});
type Nouvelle = z.infer<typeof Nouvelle>;

/** It never reached the person. An answering machine makes a « transient » bounce too, of a mail that arrived. */
const retourDe = ({ eventType, bounce }: Nouvelle): string | undefined => {
  const { bounceType, bounceSubType = '' } = bounce ?? {};
  if (eventType === 'Bounce' && bounceType !== 'Permanent' && !REFUSES.includes(bounceSubType))
    return undefined;
  return RETOURS[eventType];
};

const REFUSES = ['MailboxFull', 'MessageTooLarge', 'ContentRejected', 'AttachmentRejected'];
const RETOURS: Record<string, string> = {
  Bounce: 'l’adresse n’existe pas ou sa boîte est pleine',
  Reject: 'le message a été refusé à l’envoi',
  'Rendering Failure': 'le message n’a pas pu être composé',
};
const PLAINTE = 'la personne l’a signalé comme indésirable';

export const constaterRemise = implement(envoiActions.constaterRemise, async ({ Records }, contexte) => {
  await Promise.all(Records.map(({ Sns }) => noter(JSON.parse(Sns.Message), contexte)));
  return {};
});

/** News that come twice, or late, change nothing; that a mail has left is noted without reading anything. */
const noter = async (dit: unknown, contexte: Contexte): Promise<void> => {
  const lue = Nouvelle.safeParse(dit);
  if (!lue.success) return;
  const { eventType, mail } = lue.data;
  const envois = envoiStore(contexte.table);
  const ou = { id: mail.tags.envoi[0], demande: mail.tags.demande[0] };
  const echouer = (motif: string) =>
    envois.note(ou, { etat: 'echec', motif }, ['a-expedier', 'en-cours', 'expedie']);
  const retour = retourDe(lue.data);
  if (retour) {
    // Said before it is noted: what stops in between is said again rather than never.
    const envoi = (await envois.get(ou))?.valeur;
    if (envoi && envoi.etat !== 'echec') await direRevenu(envoi, retour, contexte);
    await echouer(retour);
  }
  if (eventType === 'Complaint') await echouer(PLAINTE);
  if (eventType === 'Send') await envois.note(ou, { etat: 'expedie' }, ['a-expedier', 'en-cours']);
};

export const handler = lambda(constaterRemise);
