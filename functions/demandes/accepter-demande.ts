import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { demandeActions } from './demande.actions.ts';
import { signerOuPreparer } from './demande.signature.ts';

export const accepterDemande = implement(demandeActions.accepterDemande, (saisie, contexte) =>
  signerOuPreparer({ geste: 'accepterDemande', saisie }, contexte),
);

export const handler = lambda(accepterDemande);
