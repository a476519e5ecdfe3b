import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { ouvrirSessionUsager } from '../platform/session.ouverture.ts';
import { sessionStore } from '../platform/session.store.ts';
import { codeOuvre } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';

/** One page shows a person's own demandes; more codes than this in one session is not a person. */
const DEMANDES_MAX = 50;

export const ouvrirSuivi = implement(demandeActions.ouvrirSuivi, async ({ reference, code }, contexte) => {
  const lue = await demandeStore(contexte.table).find(reference);
  // A wrong reference and a wrong code get the same answer: neither may be guessed apart.
  if (!lue || !codeOuvre(lue.valeur, code)) throw new Refus('suivi-inconnu');
  const avant = await sessionStore(contexte.table, contexte.now).getUsager(contexte.jetons.usager);
  const demandes = [...new Set([reference, ...avant.demandes])].slice(0, DEMANDES_MAX);
  return { reference, ...(await ouvrirSessionUsager({ ...avant, demandes }, contexte)) };
});

export const handler = lambda(ouvrirSuivi);
