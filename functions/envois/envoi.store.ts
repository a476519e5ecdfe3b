import type { Lu, Table } from '../platform/table.ts';
import { Envoi } from './envoi.ts';

/** An envoi with the version under which it was seen. */
export type EnvoiLu = Lu<Envoi>;

type Ou = Pick<Envoi, 'demande' | 'id' | 'connexion' | 'interaction'>;

/**
 * pk DEMANDE#<reference>, sk ENVOI#<id>: what leaves or has left; what must leave is promised by the demande itself.
 * pk INTERACTION#<id>, sk ENVOI#<id>: the answer to an SMS that belongs to no demande.
 * pk CODE#<id>, sk ENVOI#<id>: a code to sign in that must leave, until `ttl`.
 */
const cleDe = ({ id, ...ou }: Ou) => ({ pk: pkDe(ou), sk: `ENVOI#${id}` });

const pkDe = ({ demande, connexion, interaction }: Omit<Ou, 'id'>): string => {
  if (connexion) return `CODE#${connexion.id}`;
  return interaction ? `INTERACTION#${interaction}` : `DEMANDE#${demande}`;
};

/** The stream wakes the sender for a PROMESSE, never for what the sender itself writes. */
const itemDe = (envoi: Envoi, type: 'PROMESSE' | 'ENVOI') => ({
  ...cleDe(envoi),
  type,
  corps: envoi,
  ...(envoi.connexion && { ttl: envoi.connexion.expire }),
});

export const envoiStore = (table: Table) => ({
  get: async (ou: Ou): Promise<EnvoiLu | undefined> => {
    const item = await table.get(cleDe(ou));
    return item && { valeur: Envoi.parse(item.corps), version: item.version };
  },
  /** Promises what no demande promises. */
  add: (envoi: Envoi): void => table.add(itemDe(envoi, 'PROMESSE')),
  /** Takes what a demande has promised. Fails at commit when someone already has. */
  take: (envoi: Envoi): void => table.add(itemDe(envoi, 'ENVOI')),
  replace: ({ version }: EnvoiLu, envoi: Envoi): void =>
    table.replace({ ...itemDe(envoi, 'ENVOI'), version }),
  /** Tells at once what became of it, if it is still in one of these states. */
  note: (
    ou: Ou,
    suite: Partial<Pick<Envoi, 'etat' | 'motif'>>,
    depuis: readonly Envoi['etat'][],
  ): Promise<boolean> => table.retoucher(cleDe(ou), suite, { champ: 'etat', parmi: depuis }),
  remove: (ou: Ou): void => table.remove(cleDe(ou)),
});
