import { serviceDe } from '../commune/commune.ts';
import { lambda } from '../platform/lambda.ts';
import { jourLocal } from '../platform/lettres.ts';
import { implement } from '../platform/perform.ts';
import { agentDe } from '../platform/session.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';
import { dossierDe } from './vue.ts';

export const consulterDemande = implement(
  demandeActions.consulterDemande,
  async ({ demande: reference }, { commune, demarches, demandeur, now, table }) => {
    const demandes = demandeStore(table);
    const entiere = await demandes.getEntiere(reference);
    const demande = entiere.lue.valeur;
    verifierAcces(demandeur, demande);
    const agent = agentDe(demandeur);
    const autres = await demandes.listDuContact(demande.usager.courriel);
    demandes.addConsultation(reference, {
      le: jourLocal(now.toISOString(), commune.fuseau),
      id: agent.courriel,
      nom: `${agent.nom}, ${agent.qualite}`,
    });
    return dossierDe(entiere, {
      service: serviceDe(commune, demande.service),
      demarche: demarches.find(({ id }) => id === demande.demarche.id),
      autres: autres.filter(
        (autre) => autre.reference !== reference && agent.services.includes(autre.service),
      ),
    });
  },
);

export const handler = lambda(consulterDemande);
