import { verifierAcces } from '../demandes/demande.acces.ts';
import { rattacherArrivee } from '../demandes/demande.entree.ts';
import { demandeStore } from '../demandes/demande.store.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { agentDe } from '../platform/session.ts';
import { interactionActions } from './interaction.actions.ts';
import { reprendreArrivee } from './interaction.reprise.ts';
import { interactionStore } from './interaction.store.ts';
import { attend } from './interaction.ts';

/** Someone else than the person of the demande may have written: they are named in the thread, and nothing is sent. */
export const rattacherInteraction = implement(
  interactionActions.rattacherInteraction,
  async ({ interaction: id, demande: reference }, contexte) => {
    const { demandeur, now, table } = contexte;
    const interactions = interactionStore(table);
    const lue = await interactions.get(id);
    if (!attend(lue.valeur)) throw new Refus('geste-impossible');
    const demande = await demandeStore(table).get(reference);
    verifierAcces(demandeur, demande.valeur);
    const { nom, de } = lue.valeur;
    const arrivee = { ...(await reprendreArrivee(lue.valeur)), accuser: false };
    rattacherArrivee({ ...arrivee, auteur: nom ?? (de || 'Personne inconnue') }, demande, contexte);
    interactions.replace(lue, {
      ...lue.valeur,
      etat: 'rattachee',
      demande: reference,
      tri: { le: now.toISOString(), par: agentDe(demandeur).courriel },
    });
    return { demande: reference };
  },
);

export const handler = lambda(rattacherInteraction);
