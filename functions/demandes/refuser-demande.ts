import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { demandeActions } from './demande.actions.ts';
import { signerOuPreparer } from './demande.signature.ts';

export const refuserDemande = implement(demandeActions.refuserDemande, (saisie, contexte) =>
  signerOuPreparer({ geste: 'refuserDemande', saisie }, contexte),
);

export const handler = lambda(refuserDemande);
