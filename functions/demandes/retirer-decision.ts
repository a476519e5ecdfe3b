import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { faire } from './demande.ts';
import { lettreDeDecision } from './lettres.ts';
import { fautesDuContradictoire, fautesDuRetrait } from './retrait.ts';

/** For the reasons and within the delays that the law names, once the person was heard (CRPA L121-1, L242-1 to L242-3, L241-2). */
export const retirerDecision = implement(
  demandeActions.retirerDecision,
  async ({ nature, motif, faits, droit, dispense, demande, version }, contexte) => {
    const dossier = await ouvrirDossier({ demande, version }, contexte);
    const voulu = { nature, motif, dispense };
    const details = [
      ...fautesDuRetrait(voulu, dossier.demande, dossier.aujourdhui),
      ...fautesDuContradictoire(voulu, dossier.demande, dossier.aujourdhui),
    ];
    const fait = { type: 'retrait' as const, nature, motif, faits, droit, ...(dispense && { dispense }) };
    const retiree = faire('retirer', dossier.demande, { ...fait, ...dossier.signature });
    if (details.length > 0) throw new Refus('entree-invalide', details);
    const apres = { ...retiree, reglage: retiree.reglage + 1 };
    return dossier.notifier(apres, lettreDeDecision(apres, contexte.commune));
  },
);

export const handler = lambda(retirerDecision);
