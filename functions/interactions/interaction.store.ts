import type { Table } from '../platform/table.ts';
import { Interaction } from './interaction.ts';

/** pk INTERACTION#<id of the provider>, sk INTERACTION: what came in; index file: FILE#a-trier by date. */
const FILE = 'FILE#a-trier';

export const interactionStore = (table: Table) => ({
  /** The same message twice is kept once: its provider's id is its key. */
  put: (interaction: Interaction): void =>
    table.put({
      pk: `INTERACTION#${interaction.id}`,
      sk: 'INTERACTION',
      type: 'INTERACTION',
      corps: interaction,
      resume: interaction,
      filePk: FILE,
      fileSk: interaction.recueLe,
    }),
  listATrier: async (): Promise<Interaction[]> =>
    (await table.list({ pk: FILE, index: 'file', sens: 'decroissant', limite: 200 })).map((item) =>
      Interaction.parse(item.resume),
    ),
});
