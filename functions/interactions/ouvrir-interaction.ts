import { enregistrerArrivee } from '../demandes/demande.entree.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { agentDe } from '../platform/session.ts';
import { direSansSms } from '../usagers/usager.joignable.ts';
import { correspondantDe } from './correspondant.ts';
import { verifierAttente } from './interaction.acces.ts';
import { interactionActions } from './interaction.actions.ts';
import { peutAccuser, reprendreArrivee } from './interaction.reprise.ts';
import { interactionStore } from './interaction.store.ts';

export const ouvrirInteraction = implement(
  interactionActions.ouvrirInteraction,
  async ({ interaction: id }, contexte) => {
    const interactions = interactionStore(contexte.table);
    const lue = await interactions.get(id);
    await verifierAttente(lue.valeur, contexte);
    const arrivee = { ...(await reprendreArrivee(lue.valeur)), accuser: peutAccuser(lue.valeur) };
    const demande = enregistrerArrivee(
      arrivee,
      direSansSms(correspondantDe(lue.valeur), contexte.commune),
      contexte,
    );
    if (!demande) throw new Refus('demarche-inconnue');
    interactions.replace(lue, {
      ...lue.valeur,
      etat: 'rattachee',
      demande: demande.reference,
      tri: { le: contexte.now.toISOString(), par: agentDe(contexte.demandeur).courriel },
    });
    return { demande: demande.reference };
  },
);

export const handler = lambda(ouvrirInteraction);
