import { empreinte } from './aleas.ts';
import { dureeDe, Session, type SessionAgent, type SessionUsager, usagerDe } from './session.ts';
import type { Item, Table } from './table.ts';

/**
 * pk SESSION#<hash of the token>, sk SESSION: who holds it, until `ttl`. The token itself is never kept; its hash names
 * the session. An agent's is in the index file too: FILE#sessions by their e-mail, to be seen and closed.
 */
const cleDe = (id: string) => ({ pk: `SESSION#${id}`, sk: 'SESSION' });
const FILE = 'FILE#sessions';

const itemDe = (id: string, session: Session, ttl: number) => ({
  ...cleDe(id),
  type: 'SESSION',
  corps: session,
  ttl,
  ...(session.qui === 'agent' && {
    filePk: FILE,
    fileSk: `${session.courriel}#${id}`,
    resume: { ...visible(session), ttl },
  }),
});

const visible = ({ courriel, ouverteLe, vueLe, appareil }: SessionAgent): SessionVue => ({
  courriel,
  ouverteLe,
  vueLe,
  appareil,
});

/** What the list of sessions shows of one. */
export type SessionVue = Pick<SessionAgent, 'courriel' | 'ouverteLe' | 'vueLe' | 'appareil'>;
export type SessionLue<S extends Session = Session> = {
  id: string;
  session: S;
  version: number;
  ttl: number;
};

export const sessionStore = (table: Table, now: Date) => {
  const vit = (ttl: number | undefined): boolean => (ttl ?? 0) * 1000 > now.getTime();
  const lue = (id: string, item: Item | undefined): SessionLue | undefined =>
    item && vit(item.ttl)
      ? { id, session: Session.parse(item.corps), version: item.version, ttl: item.ttl ?? 0 }
      : undefined;
  const get = async (jeton: string | undefined): Promise<SessionLue | undefined> => {
    if (!jeton) return undefined;
    const id = empreinte(jeton);
    return lue(id, await table.get(cleDe(id)));
  };
  return {
    /** Undefined once closed or out of time. */
    get,
    /** What an usager holds, or nothing. */
    getUsager: async (jeton: string | undefined): Promise<SessionUsager> =>
      usagerDe((await get(jeton))?.session),
    /** A session by its name. */
    find: async (id: string): Promise<SessionLue | undefined> => lue(id, await table.get(cleDe(id))),
    add: (jeton: string, session: Session): void =>
      table.add(itemDe(empreinte(jeton), session, Math.floor(now.getTime() / 1000) + dureeDe(session))),
    /** The same session, seen again: it does not live longer for that. */
    replace: ({ id, version, ttl }: SessionLue, session: Session): void =>
      table.replace({ ...itemDe(id, session, ttl), version }),
    /** Fails at commit when someone has just closed it. */
    remove: ({ id }: Pick<SessionLue, 'id'>): void => table.remove(cleDe(id)),
    /** The agents' sessions that still live: one agent's, or all. */
    listAgents: async (courriel?: string): Promise<({ id: string } & SessionVue)[]> => {
      const items = await table.list({ pk: FILE, index: 'file', ...(courriel && { debut: `${courriel}#` }) });
      return items.flatMap(({ pk, resume }) => {
        const { ttl, ...vue } = resume as SessionVue & { ttl: number };
        return vit(ttl) ? [{ id: pk.slice('SESSION#'.length), ...vue }] : [];
      });
    },
  };
};
