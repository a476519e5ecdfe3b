import { enregistrerArrivee } from '../demandes/demande.entree.ts';
import { noterLectures } from '../demandes/demande.lecture.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { agentDe } from '../platform/session.ts';
import { direSansSms } from '../usagers/usager.joignable.ts';
import type { Usager } from '../usagers/usager.ts';
import { correspondantDe } from './correspondant.ts';
import { verifierAttente } from './interaction.acces.ts';
import { interactionActions } from './interaction.actions.ts';
import { peutAccuser, reprendreArrivee } from './interaction.reprise.ts';
import { interactionStore } from './interaction.store.ts';
import type { Interaction } from './interaction.ts';

export const ouvrirInteraction = implement(
  interactionActions.ouvrirInteraction,
  async ({ interaction: id, pour }, contexte) => {
    const interactions = interactionStore(contexte.table);
    const lue = await interactions.get(id);
    await verifierAttente(lue.valeur, contexte);
    const arrivee = {
      ...(await reprendreArrivee(lue.valeur, contexte)),
      ...transmetteurDe(lue.valeur),
      accuser: pour !== undefined || peutAccuser(lue.valeur),
    };
    const usager = direSansSms(demandeurDe(lue.valeur, pour), contexte.commune);
    const demande = enregistrerArrivee(arrivee, usager, contexte);
    if (!demande) throw new Refus('demarche-inconnue');
    noterLectures(demande.reference, lue.valeur.lectures ?? [], contexte);
    interactions.replace(lue, {
      ...lue.valeur,
      etat: 'rattachee',
      demande: demande.reference,
      tri: { le: contexte.now.toISOString(), par: agentDe(contexte.demandeur).courriel },
    });
    return { demande: demande.reference };
  },
);

type Pour = { courriel: string; nom: string } | undefined;

/** An agent who sends a mail on asks nothing for themselves. */
const demandeurDe = (interaction: Interaction, pour: Pour): Usager => {
  if (pour) return correspondantDe({ canal: 'courriel', de: pour.courriel, nom: pour.nom });
  return correspondantDe(
    interaction.raison === 'interne' ? { canal: 'courriel', de: '', nom: '' } : interaction,
  );
};

const transmetteurDe = ({ raison, nom, de }: Interaction): { auteur?: string } =>
  raison === 'interne' ? { auteur: nom ?? de } : {};

export const handler = lambda(ouvrirInteraction);
