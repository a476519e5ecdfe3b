import { estHabilite } from '../agents/agent.ts';
import { serviceDe } from '../commune/commune.ts';
import { numeroStore } from '../envois/numero.store.ts';
import { lambda } from '../platform/lambda.ts';
import { jourLocal } from '../platform/lettres.ts';
import { implement } from '../platform/perform.ts';
import { agentDe } from '../platform/session.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { noterLecture } from './demande.lecture.ts';
import { demandeStore } from './demande.store.ts';
import { signaturesDe } from './signatures.ts';
import { dossierDe } from './vue.ts';

export const consulterDemande = implement(
  demandeActions.consulterDemande,
  async ({ demande: reference }, contexte) => {
    const { commune, demarches, demandeur, now, table } = contexte;
    const demandes = demandeStore(table);
    const entiere = await demandes.getEntiere(reference);
    const demande = entiere.lue.valeur;
    verifierAcces(demandeur, demande);
    const agent = agentDe(demandeur);
    const { courriel, telephone } = demande.usager;
    const contact = courriel ?? telephone;
    const autres = contact ? await demandes.listDuContact(contact) : [];
    const sansSms = telephone !== undefined && (await numeroStore(table).refuse(telephone));
    noterLecture(reference, contexte);
    const demarche = demarches.find(({ id }) => id === demande.demarche.id);
    const aujourdhui = jourLocal(now.toISOString(), commune.fuseau);
    return dossierDe(entiere, {
      signatures: signaturesDe(demande, { commune, demarche, aujourdhui, lecteur: agent }),
      service: serviceDe(commune, demande.service),
      sansSms,
      habilite: estHabilite(commune, agent, 'fraude'),
      services: commune.services,
      lecteur: agent,
      commune,
      aujourdhui,
      demarche,
      autres: autres.filter(
        (autre) => autre.reference !== reference && agent.services.includes(autre.service),
      ),
    });
  },
);

export const handler = lambda(consulterDemande);
