import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { faireParvenirCode } from './code.depart.ts';
import { usagerActions } from './usager.actions.ts';

/** The same answer for everyone: an address that the commune does not know receives a code as well. */
export const envoyerCode = implement(usagerActions.envoyerCode, async ({ contact }, contexte) =>
  faireParvenirCode({ contact }, contexte),
);

export const handler = lambda(envoyerCode);
