import { serviceDe } from '../commune/commune.ts';
import { demarcheOuverte } from '../demarches/ouverture.ts';
import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { accuser } from './accuse.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { demandeStore } from './demande.store.ts';
import { qualifier } from './demande.ts';
import { accuseAUsager } from './lettres.ts';

export const qualifierDemande = implement(demandeActions.qualifierDemande, async (saisie, contexte) => {
  const { commune, demarches, table } = contexte;
  const dossier = await ouvrirDossier(saisie, contexte);
  const demarche = demarcheOuverte(demarches, {
    demarche: saisie.demarche,
    usager: dossier.demande.usager,
  });
  const service = saisie.service ?? demarche.service;
  if (!commune.services.some(({ id }) => id === service))
    throw new Refus('entree-invalide', [
      { champ: 'service', phrase: 'Choisissez un service de la commune.' },
    ]);
  const qualifiee = qualifier(
    dossier.demande,
    { demarche, service },
    {
      type: 'qualifiee',
      demarche: demarche.nom,
      service: serviceDe(commune, service).nom,
      ...dossier.signature,
    },
  );
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

export const handler = lambda(qualifierDemande);
