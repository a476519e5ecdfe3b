import { empreinte } from './aleas.ts';
import { type Demandeur, DUREES, Session } from './session.ts';
import type { Table } from './table.ts';

/** pk SESSION#<hash of the token>, sk SESSION: who holds it, until `ttl`. The token itself is never kept. */
const cleDe = (jeton: string) => ({ pk: `SESSION#${empreinte(jeton)}`, sk: 'SESSION' });

export const sessionStore = (table: Table, now: Date) => ({
  get: async (jeton: string | undefined): Promise<Demandeur> => {
    const item = jeton ? await table.get(cleDe(jeton)) : undefined;
    if (!item || (item.ttl ?? 0) * 1000 <= now.getTime()) return { qui: 'public' };
    return Session.parse(item.corps);
  },
  add: (jeton: string, session: Session): void =>
    table.add({
      ...cleDe(jeton),
      type: 'SESSION',
      corps: session,
      ttl: Math.floor(now.getTime() / 1000) + DUREES[session.qui],
    }),
  remove: (jeton: string): void => table.remove(cleDe(jeton)),
});
