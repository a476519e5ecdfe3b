import * as z from 'zod';
import { serviceDe } from '../commune/commune.ts';
import { demandeStore } from '../demandes/demande.store.ts';
import { aAgent, lettreDeRetour } from '../demandes/lettres.ts';
import { Reference } from '../demandes/reference.ts';
import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
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

/** It never reached the person. */
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
  const retour = RETOURS[eventType];
  if (retour) {
    // Said before it is noted: what stops in between is said again rather than never.
    await direRevenu(await envois.get(ou), retour, contexte);
    await echouer(retour);
  }
  if (eventType === 'Complaint') await echouer(PLAINTE);
  if (eventType === 'Send') await envois.note(ou, { etat: 'expedie' }, ['a-expedier', 'en-cours']);
};

/** The queue shows it; and whoever has the file is told, when what came back was more than an accusé. */
const direRevenu = async (
  envoi: { valeur: Envoi } | undefined,
  motif: string,
  { commune, now, origines, ouvrirTable }: Contexte,
): Promise<void> => {
  if (!envoi || envoi.valeur.etat === 'echec' || !estPourLaPersonne(envoi.valeur)) return;
  const { a, contenu } = envoi.valeur;
  const table = ouvrirTable();
  const demandes = demandeStore(table);
  const lue = await demandes.find(Reference.parse(envoi.valeur.demande));
  if (!lue) return;
  const { agent, service } = lue.valeur;
  const lettre = lettreDeRetour(lue.valeur, { a, motif }, origines[0] ?? '');
  demandes.replace(lue, lue.valeur, {
    now,
    dernierMot: { le: now.toISOString(), phrase: `E-mail revenu : ${motif}` },
    promis: ACCUSES.includes(contenu.type)
      ? []
      : [aAgent({ ...lettre, a: agent?.id ?? serviceDe(commune, service).courriel }, identifiant())],
  });
  await table.commit();
};

/** What tells an agent is not followed: were it to come back, telling them again would never end. */
const estPourLaPersonne = ({ contenu }: Envoi): boolean => contenu.type !== 'lettre' || contenu.suivi;

/** In a rush, thousands of wrong addresses must not fill a mailbox of the town hall. */
const ACCUSES: readonly Envoi['contenu']['type'][] = ['accuse', 'enregistrement'];

export const handler = lambda(constaterRemise);
