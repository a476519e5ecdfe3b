import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { faire } from './demande.ts';
import { fautesDuDelai, fautesDuRetrait } from './retrait.ts';

/** The person is told what is considered, why, and until when they may answer (CRPA L121-1, L122-1). */
export const envisagerRetrait = implement(
  demandeActions.envisagerRetrait,
  async ({ nature, motif, faits, droit, jusquau, demande, version }, contexte) => {
    const dossier = await ouvrirDossier({ demande, version }, contexte);
    const envisage = faire('envisagerRetrait', dossier.demande, {
      type: 'retrait-envisage',
      nature,
      motif,
      faits,
      droit,
      jusquau,
      ...dossier.signature,
    });
    const details = [
      ...fautesDuRetrait({ nature, motif }, dossier.demande, dossier.aujourdhui),
      ...fautesDuDelai({ motif, jusquau }, dossier.demande, dossier.aujourdhui),
    ];
    if (details.length > 0) throw new Refus('entree-invalide', details);
    return dossier.evenement(envisage);
  },
);

export const handler = lambda(envisagerRetrait);
