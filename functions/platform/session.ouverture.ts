import { jeton as nouveauJeton } from './aleas.ts';
import type { Contexte } from './perform.ts';
import { sessionStore } from './session.store.ts';
import { cookiesUsager, type Session, type SessionUsager } from './session.ts';

type Ou = Pick<Contexte, 'jetons' | 'now' | 'table'>;

/** Opens a session in place of the one that the browser held, whose token dies in the same write. Gives the new token. */
export const ouvrirSession = async (session: Session, { jetons, now, table }: Ou): Promise<string> => {
  const sessions = sessionStore(table, now);
  const ancienne = await sessions.get(jetons[session.qui]);
  if (ancienne) sessions.remove(ancienne);
  const jeton = nouveauJeton();
  sessions.add(jeton, session);
  return jeton;
};

/** The same for an usager, with the cookies that go with it. */
export const ouvrirSessionUsager = async (
  session: SessionUsager,
  ou: Ou,
): Promise<{ cookies: string[] }> => ({
  cookies: cookiesUsager(await ouvrirSession(session, ou), session),
});

/** Closes what the browser held; who holds nothing has nothing to close. */
export const fermerSessionUsager = async ({ jetons, now, table }: Ou): Promise<SessionUsager | undefined> => {
  const sessions = sessionStore(table, now);
  const lue = await sessions.get(jetons.usager);
  if (lue) sessions.remove(lue);
  return lue?.session.qui === 'usager' ? lue.session : undefined;
};
