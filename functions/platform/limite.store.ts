import { empreinte } from './aleas.ts';
import type { Table } from './table.ts';

export type Compte = { quoi: string; qui: string; secondes: number; pas: number };

/** pk LIMITE#<what>#<hash of the identity or the address>, sk FENETRE#<end>: how many times, until `ttl`, the end of the window. */
export const limiteStore = (table: Table, now: Date) => ({
  /** Counts once more. `fin` is the end of the window, in epoch seconds. */
  count: async ({ quoi, qui, secondes, pas }: Compte): Promise<{ total: number; fin: number }> => {
    const fin = (Math.floor(now.getTime() / 1000 / secondes) + 1) * secondes;
    const cle = { pk: `LIMITE#${quoi}#${empreinte(`${quoi}\n${qui}`)}`, sk: `FENETRE#${fin}` };
    return { total: await table.compter(cle, { type: 'LIMITE', pas, ttl: fin }), fin };
  },
});
