import type { Lu, Table } from '../platform/table.ts';
import { Envoi } from './envoi.ts';

/** An envoi with the version under which it was seen. */
export type EnvoiLu = Lu<Envoi>;

type Ou = Pick<Envoi, 'demande' | 'id' | 'connexion' | 'interaction'>;

/**
 * pk DEMANDE#<reference>, sk ENVOI#<id>: what must leave, with its demande, in the same transaction.
 * pk INTERACTION#<id>, sk ENVOI#<id>: the answer to an SMS that belongs to no demande.
 * pk CODE#<id>, sk ENVOI#<id>: a code to sign in that must leave, until `ttl`.
 */
const cleDe = ({ id, ...ou }: Ou) => ({ pk: pkDe(ou), sk: `ENVOI#${id}` });

const pkDe = ({ demande, connexion, interaction }: Omit<Ou, 'id'>): string => {
  if (connexion) return `CODE#${connexion.id}`;
  return interaction ? `INTERACTION#${interaction}` : `DEMANDE#${demande}`;
};

const itemDe = (envoi: Envoi) => ({
  ...cleDe(envoi),
  type: 'ENVOI',
  corps: envoi,
  ...(envoi.connexion && { ttl: envoi.connexion.expire }),
});

export const envoiStore = (table: Table) => ({
  get: async (ou: Ou): Promise<EnvoiLu | undefined> => {
    const item = await table.get(cleDe(ou));
    return item && { valeur: Envoi.parse(item.corps), version: item.version };
  },
  add: (envoi: Envoi): void => table.add(itemDe(envoi)),
  replace: ({ version }: EnvoiLu, envoi: Envoi): void => table.replace({ ...itemDe(envoi), version }),
  remove: (ou: Ou): void => table.remove(cleDe(ou)),
});
