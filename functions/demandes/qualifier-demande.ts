import { serviceDe } from '../commune/commune.ts';
import type { Demarche } from '../demarches/demarche.ts';
import { demarcheOuverte } from '../demarches/ouverture.ts';
import { questionsDuRegime, selonReponses } from '../demarches/regimes.ts';
import { type Reponses, verifierChamps } from '../demarches/reponses.ts';
import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { accuser } from './accuse.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { demandeStore } from './demande.store.ts';
import { qualifier } from './demande.ts';
import { choisiesDe, naitreIncomplete } from './incomplete.ts';
import { accuseAUsager } from './lettres.ts';

export const qualifierDemande = implement(demandeActions.qualifierDemande, async (saisie, contexte) => {
  const { commune, demarches, table } = contexte;
  const dossier = await ouvrirDossier(saisie, contexte);
  const ouverte = demarcheOuverte(demarches, {
    demarche: saisie.demarche,
    usager: dossier.demande.usager,
  });
  const demarche = reglee(ouverte, saisie.reponses, dossier.aujourdhui);
  const service = demarche.isole ? demarche.service : (saisie.service ?? demarche.service);
  if (!commune.services.some(({ id }) => id === service))
    throw new Refus('entree-invalide', [
      { champ: 'service', phrase: 'Choisissez un service de la commune.' },
    ]);
  const dite = qualifier(
    dossier.demande,
    { demarche, service },
    {
      type: 'qualifiee',
      demarche: demarche.nom,
      service: serviceDe(commune, service).nom,
      ...aDemander(ouverte, saisie.reponses),
      ...dossier.signature,
    },
  );
  const qualifiee = naitreIncomplete(dite, choisiesDe(demarche, saisie), dossier.signature);
  const demandes = demandeStore(table);
  const emis = {
    accuse: accuser(qualifiee, commune, contexte.now),
    promis: accuseAUsager(qualifiee, identifiant),
    now: contexte.now,
  };
  if (dossier.demande.statut === 'a-qualifier') demandes.addAccuse(qualifiee.reference, emis);
  // The accusé that was issued said the rules of a free demande: the new one takes its place, with the answers.
  else {
    const { reponses } = await demandes.getEntiere(qualifiee.reference);
    demandes.putAccuse(qualifiee.reference, { ...emis, reponses });
  }
  return dossier.garder(qualifiee);
});

/** The regime that what is known calls for, else the démarche's own. Throws `reponses-incompletes`. */
const reglee = (demarche: Demarche, reponses: Reponses, aujourdhui: string): Demarche => {
  const repondues = questionsDuRegime(demarche).filter(({ id }) => reponses[id] !== undefined);
  const fautes = verifierChamps(repondues, reponses, aujourdhui);
  if (fautes.length > 0) throw new Refus('reponses-incompletes', fautes);
  return selonReponses(demarche, reponses);
};

const aDemander = (demarche: Demarche, reponses: Reponses): { aDemander?: string[] } => {
  const questions = questionsDuRegime(demarche).filter(({ id }) => reponses[id] === undefined);
  return questions.length > 0 ? { aDemander: questions.map(({ libelle }) => libelle) } : {};
};

export const handler = lambda(qualifierDemande);
