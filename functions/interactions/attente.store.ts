import { empreinte } from '../platform/aleas.ts';
import type { Lu, Table } from '../platform/table.ts';
import { ligneDe } from '../usagers/telephone.ts';
import { Attente, TENUE_S } from './attente.ts';

export type AttenteLue = Lu<Attente>;

/** pk NUMERO#<hash of the phone>, sk ATTENTE: what its owner was last asked, until `ttl`. */
const cleDe = (numero: string) => ({ pk: `NUMERO#${empreinte(ligneDe(numero))}`, sk: 'ATTENTE' });

const itemDe = (numero: string, attente: Attente) => ({
  ...cleDe(numero),
  type: 'ATTENTE',
  corps: attente,
  ttl: Math.floor(Date.parse(attente.le) / 1000) + TENUE_S,
});

export const attenteStore = (table: Table) => ({
  find: async (numero: string): Promise<AttenteLue | undefined> => {
    const item = await table.get(cleDe(numero));
    return item && { valeur: Attente.parse(item.corps), version: item.version };
  },
  /** Fails at commit when another SMS of the same phone was read meanwhile: both must be heard. */
  save: (numero: string, attente: Attente, lue: AttenteLue | undefined): void =>
    lue
      ? table.replace({ ...itemDe(numero, attente), version: lue.version })
      : table.add(itemDe(numero, attente)),
  remove: (numero: string): void => table.remove(cleDe(numero)),
});
