import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { lettreDEvenement } from './avis.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { faire } from './demande.ts';

export const communiquerMotifs = implement(
  demandeActions.communiquerMotifs,
  async ({ faits, droit, ...saisie }, contexte) => {
    const dossier = await ouvrirDossier(saisie, contexte);
    const dite = faire('communiquerMotifs', dossier.demande, {
      type: 'motifs-communiques',
      faits,
      droit,
      ...dossier.signature,
    });
    const apres = { ...dite, reglage: dite.reglage + 1 };
    return dossier.notifier(apres, lettreDEvenement(dossier.demande, apres, contexte.commune));
  },
);

export const handler = lambda(communiquerMotifs);
