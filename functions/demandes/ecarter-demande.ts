import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { faire } from './demande.ts';

export const ecarterDemande = implement(demandeActions.ecarterDemande, async (saisie, contexte) => {
  const dossier = await ouvrirDossier(saisie, contexte);
  const { motif, precision } = saisie;
  return dossier.garder(
    faire('ecarter', dossier.demande, { type: 'ecartee', motif, precision, ...dossier.signature }),
  );
});

export const handler = lambda(ecarterDemande);
