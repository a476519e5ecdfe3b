import * as z from 'zod';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { envoiActions } from './envoi.actions.ts';
import { envoiStore } from './envoi.store.ts';

/** What SES tells of a mail, and its tags as we set them. */
const Nouvelle = z.object({
  eventType: z.string(),
  mail: z
    .object({ tags: z.object({ envoi: z.tuple([z.string()]), demande: z.tuple([z.string()]) }).loose() })
    .loose(),
});

const MOTIFS: Record<string, string> = {
  Bounce: 'l’adresse n’existe pas ou sa boîte est pleine',
  Reject: 'le message a été refusé à l’envoi',
  Complaint: 'la personne l’a signalé comme indésirable',
  'Rendering Failure': 'le message n’a pas pu être composé',
};

export const constaterRemise = implement(envoiActions.constaterRemise, async ({ Records }, { table }) => {
  await Promise.all(Records.map(({ Sns }) => noter(JSON.parse(Sns.Message), table)));
  return {};
});

/** Nothing is read first: news that come twice, or late, change nothing. */
const noter = async (dit: unknown, table: Contexte['table']): Promise<void> => {
  const lue = Nouvelle.safeParse(dit);
  if (!lue.success) return;
  const { eventType, mail } = lue.data;
  const envois = envoiStore(table);
  const ou = { id: mail.tags.envoi[0], demande: mail.tags.demande[0] };
  const motif = MOTIFS[eventType];
  if (motif) await envois.note(ou, { etat: 'echec', motif }, ['a-expedier', 'en-cours', 'expedie']);
  if (eventType === 'Send') await envois.note(ou, { etat: 'expedie' }, ['a-expedier', 'en-cours']);
};

export const handler = lambda(constaterRemise);
