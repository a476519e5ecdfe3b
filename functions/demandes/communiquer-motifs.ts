import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { demandeActions } from './demande.actions.ts';
import { signerOuPreparer } from './demande.signature.ts';

export const communiquerMotifs = implement(demandeActions.communiquerMotifs, (saisie, contexte) =>
  signerOuPreparer({ geste: 'communiquerMotifs', saisie }, contexte),
);

export const handler = lambda(communiquerMotifs);
