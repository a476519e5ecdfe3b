import { empreinte, jeton as nouveauJeton } from '../platform/aleas.ts';
import type { Contexte } from '../platform/perform.ts';
import { sessionStore } from '../platform/session.store.ts';
import { cookiesUsager, type SessionUsager, usagerDe } from '../platform/session.ts';
import { compteStore } from './compte.store.ts';
import type { Compte, Moyen } from './compte.ts';

/** The same person by the same means always comes back to the same account; what identifies them is not readable in it. */
export const idDeCompte = (moyen: Moyen, identifiant: string): string =>
  empreinte(`${moyen}\n${identifiant}`);

/** The session that the browser holds, whatever the action asks for. */
export const sessionEnCours = async ({ jetons, now, table }: Contexte): Promise<SessionUsager> =>
  usagerDe(await sessionStore(table, now).get(jetons.usager));

/** Keeps the account and opens its session: the demandes already opened by their code stay open. Gives the cookies. */
export const ouvrirCompte = (
  compte: Compte,
  avant: SessionUsager,
  { now, table }: Contexte,
): { cookies: string[] } => {
  const jeton = nouveauJeton();
  compteStore(table, now).put(compte);
  sessionStore(table, now).add(jeton, { ...avant, compte: compte.id, contacts: compte.contacts });
  return { cookies: cookiesUsager(jeton) };
};
