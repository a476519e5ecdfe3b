import { jeton as nouveauJeton } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { sessionStore } from '../platform/session.store.ts';
import { cookie, cookiesUsager, DUREES, usagerDe } from '../platform/session.ts';
import { codeOuvre } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';

/** One page shows a person's own demandes; more codes than this in one session is not a person. */
const DEMANDES_MAX = 50;

export const ouvrirSuivi = implement(
  demandeActions.ouvrirSuivi,
  async ({ reference, code }, { jetons, now, table }) => {
    const lue = await demandeStore(table).find(reference);
    // A wrong reference and a wrong code get the same answer: neither may be guessed apart.
    if (!lue || !codeOuvre(lue.valeur, code)) throw new Refus('suivi-inconnu');
    const sessions = sessionStore(table, now);
    const avant = usagerDe(await sessions.get(jetons.usager));
    const jeton = nouveauJeton();
    const demandes = [...new Set([reference, ...avant.demandes])].slice(0, DEMANDES_MAX);
    sessions.add(jeton, { ...avant, demandes });
    const cookies = avant.compte ? cookiesUsager(jeton) : [cookie('usager', jeton, DUREES.usager)];
    return { reference, cookies };
  },
);

export const handler = lambda(ouvrirSuivi);
