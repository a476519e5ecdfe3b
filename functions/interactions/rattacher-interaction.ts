import { verifierAcces } from '../demandes/demande.acces.ts';
import { rattacherArrivee } from '../demandes/demande.entree.ts';
import { noterLectures } from '../demandes/demande.lecture.ts';
import { demandeStore } from '../demandes/demande.store.ts';
import type { Demande } from '../demandes/demande.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { agentDe } from '../platform/session.ts';
import { verifierAttente } from './interaction.acces.ts';
import { interactionActions } from './interaction.actions.ts';
import { reprendreArrivee } from './interaction.reprise.ts';
import { interactionStore } from './interaction.store.ts';
import type { Interaction } from './interaction.ts';
import { estDe } from './tri.ts';

/** Someone else than the person of the demande may have written: they are named in the thread, and nothing is sent. */
export const rattacherInteraction = implement(
  interactionActions.rattacherInteraction,
  async ({ interaction: id, demande: reference }, contexte) => {
    const { demandeur, now, table } = contexte;
    const interactions = interactionStore(table);
    const lue = await interactions.get(id);
    await verifierAttente(lue.valeur, contexte);
    const demande = await demandeStore(table).get(reference);
    verifierAcces(demandeur, demande.valeur);
    const arrivee = { ...(await reprendreArrivee(lue.valeur, contexte)), accuser: false };
    rattacherArrivee({ ...arrivee, ...auteurDe(lue.valeur, demande.valeur) }, demande, contexte);
    noterLectures(reference, lue.valeur.lectures ?? [], contexte);
    interactions.replace(lue, {
      ...lue.valeur,
      etat: 'rattachee',
      demande: reference,
      tri: { le: now.toISOString(), par: agentDe(demandeur).courriel },
    });
    return { demande: reference };
  },
);

/** The operator says whose phone it is; the From of a mail proves nothing. */
const auteurDe = ({ canal, de, nom }: Interaction, { usager }: Demande): { auteur?: string } =>
  canal === 'sms' && estDe(de, usager) ? {} : { auteur: nom ?? (de || 'Personne inconnue') };

export const handler = lambda(rattacherInteraction);
