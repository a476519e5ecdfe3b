import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { conditionsDites } from './conditions.ts';
import { datesDeDecision, decider } from './decision.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { lettreDeDecision } from './lettres.ts';

export const accepterDemande = implement(demandeActions.accepterDemande, async (saisie, contexte) => {
  const dossier = await ouvrirDossier(saisie, contexte, { malgreLeTerme: true });
  const acceptee = decider(dossier.demande, {
    type: 'decision',
    sens: 'acceptation',
    texte: saisie.texte,
    ...conditionsDites(saisie),
    ...datesDeDecision(saisie, { ...dossier, surPapier: await dossier.estSurPapier() }),
    ...dossier.signature,
  });
  return dossier.notifier(acceptee, lettreDeDecision(acceptee, contexte.commune));
});

export const handler = lambda(accepterDemande);
