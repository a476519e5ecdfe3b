import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { demandeActions } from './demande.actions.ts';
import { signerOuPreparer } from './demande.signature.ts';

export const retirerDecision = implement(demandeActions.retirerDecision, (saisie, contexte) =>
  signerOuPreparer({ geste: 'retirerDecision', saisie }, contexte),
);

export const handler = lambda(retirerDecision);
