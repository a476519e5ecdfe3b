import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { datesDeDecision, decider } from './decision.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { decisionAUsager, lettreDeDecision } from './lettres.ts';

export const accepterDemande = implement(demandeActions.accepterDemande, async (saisie, contexte) => {
  const dossier = await ouvrirDossier(saisie, contexte, { malgreLeTerme: true });
  const acceptee = decider(dossier.demande, {
    type: 'decision',
    sens: 'acceptation',
    texte: saisie.texte,
    ...datesDeDecision(saisie, { ...dossier, surPapier: await dossier.estSurPapier() }),
    ...dossier.signature,
  });
  return dossier.garder(
    acceptee,
    decisionAUsager(acceptee, lettreDeDecision(acceptee, contexte.commune), identifiant),
  );
});

export const handler = lambda(accepterDemande);
