import { empreinte } from '../platform/aleas.ts';
import type { Table } from '../platform/table.ts';
import { ligneDe } from '../usagers/telephone.ts';

/** pk NUMERO#<hash of the phone>, sk REFUS: whoever has it wants no more SMS. */
const cleDe = (numero: string) => ({ pk: `NUMERO#${empreinte(ligneDe(numero))}`, sk: 'REFUS' });

export const numeroStore = (table: Table) => ({
  /** Has this number said STOP? */
  refuse: async (numero: string): Promise<boolean> => {
    const item = await table.get(cleDe(numero));
    return item !== undefined && (item.corps as { oui: boolean }).oui;
  },
  poserRefus: (numero: string, { oui, le }: { oui: boolean; le: string }): void =>
    table.put({ ...cleDe(numero), type: 'REFUS-SMS', corps: { oui, le } }),
});
