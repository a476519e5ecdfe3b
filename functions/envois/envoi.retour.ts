import { serviceDe } from '../commune/commune.ts';
import { demandeStore } from '../demandes/demande.store.ts';
import type { Demande } from '../demandes/demande.ts';
import { aAgent, lettreDeRetour } from '../demandes/lettres.ts';
import { lettreSansSms } from '../demandes/mots.ts';
import { Reference } from '../demandes/reference.ts';
import type { Contexte } from '../platform/perform.ts';
import type { Envoi } from './envoi.ts';

/** A mail did not arrive, or an SMS could not leave: the queue shows it; and whoever has the file is told, when it was more than an accusé. */
export const direRevenu = async (
  { id, a, contenu, demande }: Envoi,
  motif: string,
  { commune, now, origines, ouvrirTable }: Contexte,
): Promise<void> => {
  if (!demande || !estPourLaPersonne(contenu)) return;
  const table = ouvrirTable();
  const demandes = demandeStore(table);
  const lue = await demandes.find(Reference.parse(demande));
  const alerte = `${id}-retour`;
  if (!lue || lue.promis.some((promesse) => promesse.id === alerte)) return;
  const { agent, service } = lue.valeur;
  const parSms = contenu.type === 'sms';
  const lettre = (parSms ? lettreSansSms : lettreDeRetour)(lue.valeur, { a, motif }, origines[0]);
  demandes.replace(lue, revenue(lue.valeur, contenu, { motif, le: now.toISOString() }), {
    now,
    // The file calls for an agent, as when the person has just written.
    dernierMot: {
      le: now.toISOString(),
      phrase: `${parSms ? 'SMS non parti' : 'E-mail revenu'} : ${motif}`,
      deLaPersonne: true,
    },
    promis: ACCUSES.includes(contenu.type)
      ? []
      : [aAgent({ ...lettre, a: agent?.id ?? serviceDe(commune, service).courriel }, alerte)],
  });
  await table.commit();
};

/** The decision is in the space, and the person does not know it: no delay to contest runs until it is notified otherwise. */
const revenue = (
  demande: Demande,
  { type }: Envoi['contenu'],
  { motif, le }: { motif: string; le: string },
): Demande =>
  type === 'decision'
    ? {
        ...demande,
        faits: [
          ...demande.faits,
          { type: 'notification-revenue', motif, le, par: { qui: 'horloge', nom: 'La messagerie' } },
        ],
      }
    : demande;

type Contenu = Envoi['contenu'];

/** What tells an agent is not followed: were it to come back, telling them again would never end. */
const estPourLaPersonne = (contenu: Contenu): boolean => contenu.type !== 'lettre' || contenu.suivi;

/** In a rush, thousands of wrong addresses must not fill a mailbox of the town hall. */
const ACCUSES: readonly Contenu['type'][] = ['accuse', 'enregistrement'];
