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
  demandeStore(table).addAccuse(qualifiee.reference, {
    accuse: accuser(qualifiee, commune, contexte.now),
    promis: accuseAUsager(qualifiee, identifiant),
    now: contexte.now,
  });
  return dossier.garder(qualifiee);
});

export const handler = lambda(qualifierDemande);
