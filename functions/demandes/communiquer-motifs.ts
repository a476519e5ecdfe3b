import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
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
    return dossier.evenement({ ...dite, reglage: dite.reglage + 1 });
  },
);

export const handler = lambda(communiquerMotifs);
