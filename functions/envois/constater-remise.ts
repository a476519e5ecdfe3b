import * as z from 'zod';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { envoiActions } from './envoi.actions.ts';
import { envoiStore } from './envoi.store.ts';
import type { Envoi } from './envoi.ts';

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

export const constaterRemise = implement(
  envoiActions.constaterRemise,
  async ({ Records }, { ouvrirTable }) => {
    for (const { Sns } of Records) {
      const lue = Nouvelle.safeParse(JSON.parse(Sns.Message));
      if (!lue.success) continue;
      const { eventType, mail } = lue.data;
      const table = ouvrirTable();
      const envois = envoiStore(table);
      const envoi = await envois.get({ id: mail.tags.envoi[0], demande: mail.tags.demande[0] });
      if (!envoi) continue;
      const apres = suite(envoi.valeur, eventType);
      // SES tells of each mail several times: what is known already is not written again.
      if (apres.etat === envoi.valeur.etat) continue;
      envois.replace(envoi, apres);
      await table.commit();
    }
    return {};
  },
);

const suite = (envoi: Envoi, eventType: string): Envoi => {
  const motif = MOTIFS[eventType];
  return motif
    ? { ...envoi, etat: 'echec', motif }
    : { ...envoi, etat: envoi.etat === 'echec' ? 'echec' : 'expedie' };
};

export const handler = lambda(constaterRemise);
