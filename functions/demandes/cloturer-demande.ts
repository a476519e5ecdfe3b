import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { faire } from './demande.ts';
import { lettreDeDecision } from './lettres.ts';

export const cloturerDemande = implement(demandeActions.cloturerDemande, async (saisie, contexte) => {
  const dossier = await ouvrirDossier(saisie, contexte);
  const traitee = faire('cloturer', dossier.demande, {
    type: 'decision',
    sens: 'cloture',
    texte: saisie.texte,
    ...dossier.signature,
  });
  return dossier.notifier(traitee, lettreDeDecision(traitee, contexte.commune));
});

export const handler = lambda(cloturerDemande);
