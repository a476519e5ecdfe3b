import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { datesDeDecision, decider } from './decision.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { lettreDeDecision } from './lettres.ts';

export const refuserDemande = implement(demandeActions.refuserDemande, async (saisie, contexte) => {
  const dossier = await ouvrirDossier(saisie, contexte, { malgreLeTerme: true });
  const { faits, droit } = saisie;
  const refusee = decider(dossier.demande, {
    type: 'decision',
    sens: 'refus',
    texte: '',
    faits,
    droit,
    ...datesDeDecision(saisie, { ...dossier, surPapier: await dossier.estSurPapier() }),
    ...dossier.signature,
  });
  return dossier.notifier(refusee, lettreDeDecision(refusee, contexte.commune));
});

export const handler = lambda(refuserDemande);
