import { jourDe } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { enBref } from '../platform/lettres.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { faire } from './demande.ts';
import { MOTIFS_RETRAIT } from './fait.ts';
import { retirableJusquau } from './suites.ts';

/** For illegality, within four months of the decision; for the other reasons that the law names, at any time (CRPA L242-1, L242-2, L241-2). */
export const retirerDecision = implement(
  demandeActions.retirerDecision,
  async ({ nature, motif, faits, droit, demande, version }, contexte) => {
    const dossier = await ouvrirDossier({ demande, version }, contexte);
    const limite = retirableJusquau(dossier.demande);
    const aujourdhui = jourDe(contexte.now.toISOString(), dossier.demande.fuseau);
    if (MOTIFS_RETRAIT[motif].quatreMois && limite && aujourdhui > limite)
      throw new Refus('geste-impossible', [
        {
          champ: 'motif',
          phrase: `Les quatre mois ont pris fin le ${enBref(limite)} : une décision illégale ne peut plus être retirée. (CRPA, L242-1)`,
        },
      ]);
    const retiree = faire('retirer', dossier.demande, {
      type: 'retrait',
      nature,
      motif,
      faits,
      droit,
      ...dossier.signature,
    });
    return dossier.evenement({ ...retiree, reglage: retiree.reglage + 1 });
  },
);

export const handler = lambda(retirerDecision);
