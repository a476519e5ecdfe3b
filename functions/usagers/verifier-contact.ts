import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { compteDe } from '../platform/session.ts';
import { faireParvenirCode } from './code.depart.ts';
import { usagerActions } from './usager.actions.ts';

export const verifierContact = implement(usagerActions.verifierContact, async ({ contact }, contexte) =>
  faireParvenirCode({ contact, compte: compteDe(contexte.demandeur).compte }, contexte),
);

export const handler = lambda(verifierContact);
