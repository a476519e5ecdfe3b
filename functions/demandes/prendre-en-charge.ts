import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { prendreEnCharge as prendre } from './demande.ts';

export const prendreEnCharge = implement(demandeActions.prendreEnCharge, async (saisie, contexte) => {
  const dossier = await ouvrirDossier(saisie, contexte);
  return dossier.garder(
    prendre(dossier.demande, dossier.agent, { type: 'prise-en-charge', ...dossier.signature }),
  );
});

export const handler = lambda(prendreEnCharge);
