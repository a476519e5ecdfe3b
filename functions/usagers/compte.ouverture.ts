import { empreinte } from '../platform/aleas.ts';
import type { Contexte } from '../platform/perform.ts';
import { ouvrirSessionUsager } from '../platform/session.ouverture.ts';
import { compteStore } from './compte.store.ts';
import type { Compte, Moyen } from './compte.ts';

/** The same person by the same means always comes back to the same account; what identifies them is not readable in it. */
export const idDeCompte = (moyen: Moyen, ...identifiants: string[]): string =>
  empreinte([moyen, ...identifiants].join('\n'));

/** What goes with an account in its session, and not in its item. */
type Venue = { noms: string[]; idToken?: string };

/**
 * Keeps the account and opens its session, which replaces whatever the browser held: neither another account, nor the
 * demandes that someone opened here by their code. Gives the cookies.
 */
export const ouvrirCompte = (
  compte: Compte,
  { noms, idToken }: Venue,
  contexte: Contexte,
): Promise<{ cookies: string[] }> => {
  compteStore(contexte.table, contexte.now).put(compte);
  return ouvrirSessionUsager(
    {
      qui: 'usager',
      demandes: [],
      compte: compte.id,
      contacts: compte.contacts,
      noms,
      ...(idToken && { idToken }),
    },
    contexte,
  );
};
