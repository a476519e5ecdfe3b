import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { faire } from './demande.ts';
import { lettreDeDecision } from './lettres.ts';

export const refuserDemande = implement(demandeActions.refuserDemande, async (saisie, contexte) => {
  const dossier = await ouvrirDossier(saisie, contexte);
  const { faits, droit } = saisie;
  const refusee = faire('refuser', dossier.demande, {
    type: 'decision',
    sens: 'refus',
    texte: '',
    faits,
    droit,
    ...dossier.signature,
  });
  return dossier.garder(refusee, lettreDeDecision(refusee, contexte.commune));
});

export const handler = lambda(refuserDemande);
