import * as z from 'zod';
import { empreinte } from './aleas.ts';
import { DUREES } from './session.ts';
import type { Table } from './table.ts';

/** What must be remembered between leaving for a provider and coming back. */
export const Depart = z.object({
  chez: z.enum(['proconnect', 'franceconnect']),
  state: z.string(),
  nonce: z.string(),
  /** The secret of PKCE, where the provider takes it. */
  verificateur: z.string().optional(),
  vers: z.string(),
});
export type Depart = z.infer<typeof Depart>;

/** pk CONNEXION#<hash of the state>, sk CONNEXION: a departure for ProConnect or FranceConnect, until `ttl`. It serves once. */
const cleDe = (state: string) => ({ pk: `CONNEXION#${empreinte(state)}`, sk: 'CONNEXION' });

export const departStore = (table: Table, now: Date) => ({
  add: (depart: Depart): void =>
    table.add({
      ...cleDe(depart.state),
      type: 'CONNEXION',
      corps: depart,
      ttl: Math.floor(now.getTime() / 1000) + DUREES.depart,
    }),
  get: async (state: string): Promise<Depart | undefined> => {
    const item = await table.get(cleDe(state));
    return item && (item.ttl ?? 0) * 1000 > now.getTime() ? Depart.parse(item.corps) : undefined;
  },
  remove: (state: string): void => table.remove(cleDe(state)),
});
