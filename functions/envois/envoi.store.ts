import type { Lu, Table } from '../platform/table.ts';
import { Envoi } from './envoi.ts';

/** pk DEMANDE#<reference>, sk ENVOI#<id>: what must leave, with its demande, in the same transaction. */
const cleDe = ({ demande, id }: Pick<Envoi, 'demande' | 'id'>) => ({
  pk: `DEMANDE#${demande}`,
  sk: `ENVOI#${id}`,
});

export const envoiStore = (table: Table) => ({
  get: async (ou: Pick<Envoi, 'demande' | 'id'>): Promise<Lu<Envoi> | undefined> => {
    const item = await table.get(cleDe(ou));
    return item && { valeur: Envoi.parse(item.corps), version: item.version };
  },
  add: (envoi: Envoi): void => table.add({ ...cleDe(envoi), type: 'ENVOI', corps: envoi }),
  replace: ({ version }: Lu<Envoi>, envoi: Envoi): void =>
    table.replace({ ...cleDe(envoi), type: 'ENVOI', corps: envoi, version }),
});
