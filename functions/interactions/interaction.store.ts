import { empreinte } from '../platform/aleas.ts';
import { Refus } from '../platform/refus.ts';
import type { Lu, Table } from '../platform/table.ts';
import { attend, Interaction } from './interaction.ts';

export type InteractionLue = Lu<Interaction>;

/**
 * pk INTERACTION#<id of the provider>, sk INTERACTION: what came in; index file: FILE#a-trier by date, as long as it waits.
 * pk COURRIEL#<hash of the Message-ID and of its sender>, sk COURRIEL: which interaction brought this very mail first.
 */
const FILE = 'FILE#a-trier';

const cleDe = (id: string) => ({ pk: `INTERACTION#${id}`, sk: 'INTERACTION' });
const cleCourriel = ({ messageId, de }: MemeCourriel) => ({
  pk: `COURRIEL#${empreinte(`${messageId}\n${de}`)}`,
  sk: 'COURRIEL',
});
type MemeCourriel = { messageId: string; de: string };

const itemDe = (interaction: Interaction) => ({
  ...cleDe(interaction.id),
  type: 'INTERACTION',
  corps: interaction,
  ...(attend(interaction) && { resume: enListe(interaction), filePk: FILE, fileSk: interaction.recueLe }),
});

/** A list shows what was repaired. */
const enListe = ({ brut: _, ...interaction }: Interaction): Interaction => interaction;

/** As many messages as one reads before sorting them. */
const PAGE = 200;

export const interactionStore = (table: Table) => {
  const find = async (id: string): Promise<Lu<Interaction> | undefined> => {
    const item = await table.get(cleDe(id));
    return item && { valeur: Interaction.parse(item.corps), version: item.version };
  };
  return {
    find,
    /** Throws `introuvable`. */
    get: async (id: string): Promise<Lu<Interaction>> => {
      const lue = await find(id);
      if (!lue) throw new Refus('introuvable');
      return lue;
    },
    /** Fails at commit when it is already there: its provider's id is its key. */
    add: (interaction: Interaction): void => table.add(itemDe(interaction)),
    replace: ({ version }: Lu<Interaction>, interaction: Interaction): void =>
      table.replace({ ...itemDe(interaction), version }),
    /** The newest ones, and whether older ones wait behind them. */
    listATrier: async (): Promise<{ interactions: Interaction[]; encore: boolean }> => {
      const items = await table.list({ pk: FILE, index: 'file', sens: 'decroissant', limite: PAGE + 1 });
      return {
        interactions: items.slice(0, PAGE).map(({ resume }) => Interaction.parse(resume)),
        encore: items.length > PAGE,
      };
    },
    /** Which interaction brought this mail first, under whatever number. */
    getCourriel: async (courriel: MemeCourriel): Promise<string | undefined> => {
      const item = await table.get(cleCourriel(courriel));
      return item && (item.corps as { interaction: string }).interaction;
    },
    /** Fails at commit when another interaction has just brought it. */
    addCourriel: (courriel: MemeCourriel, interaction: string): void =>
      table.add({ ...cleCourriel(courriel), type: 'COURRIEL', corps: { interaction } }),
  };
};
