import type { Lu, Table } from '../platform/table.ts';
import { CodeEnvoye, DUREE_CODE } from './code.ts';

/** pk CODE#<id>, sk CODE: a code that was sent, its tries, until `ttl`. (Its envoi is beside it for as long.) */
const cleDe = (id: string) => ({ pk: `CODE#${id}`, sk: 'CODE' });

export type CodeLu = Lu<CodeEnvoye> & { ttl: number };

export const finDuCode = (now: Date): number => Math.floor(now.getTime() / 1000) + DUREE_CODE;

export const codeStore = (table: Table, now: Date) => ({
  add: (code: CodeEnvoye): void =>
    table.add({ ...cleDe(code.id), type: 'CODE', corps: code, ttl: finDuCode(now) }),
  /** Undefined once used up or out of time. */
  get: async (id: string): Promise<CodeLu | undefined> => {
    const item = await table.get(cleDe(id));
    if (!item || (item.ttl ?? 0) * 1000 <= now.getTime()) return undefined;
    return { valeur: CodeEnvoye.parse(item.corps), version: item.version, ttl: item.ttl ?? 0 };
  },
  replace: ({ version, ttl }: CodeLu, code: CodeEnvoye): void =>
    table.replace({ ...cleDe(code.id), type: 'CODE', corps: code, version, ttl }),
  remove: (id: string): void => table.remove(cleDe(id)),
});
