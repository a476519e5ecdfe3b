import { empreinte } from '../platform/aleas.ts';
import { Refus } from '../platform/refus.ts';
import type { Lu, Table } from '../platform/table.ts';
import { attend, estDUneMachine, Interaction } from './interaction.ts';

export type InteractionLue = Lu<Interaction>;

/**
 * pk INTERACTION#<id of the provider>, sk INTERACTION: what came in; index file: FILE#a-trier by date, as long as it waits,
 * or FILE#machines when no person wrote it.
 * pk COURRIEL#<hash of all that it says>, sk COURRIEL: which interaction brought this very mail first.
 * pk CORRESPONDANT#<hash of the address>, sk ACCUSE: when it was last told that a mail came, until `ttl`.
 */
const FILE = 'FILE#a-trier';
const MACHINES = 'FILE#machines';

const cleDe = (id: string) => ({ pk: `INTERACTION#${id}`, sk: 'INTERACTION' });
const cleCourriel = (contenu: string) => ({ pk: `COURRIEL#${empreinte(contenu)}`, sk: 'COURRIEL' });
const cleAccuse = (adresse: string) => ({ pk: `CORRESPONDANT#${empreinte(adresse)}`, sk: 'ACCUSE' });

const itemDe = (interaction: Interaction) => ({
  ...cleDe(interaction.id),
  type: 'INTERACTION',
  corps: interaction,
  ...(attend(interaction) && {
    resume: enListe(interaction),
    filePk: estDUneMachine(interaction) ? MACHINES : FILE,
    fileSk: interaction.recueLe,
  }),
});

/** A list shows what was repaired. */
const enListe = ({ brut: _, ...interaction }: Interaction): Interaction => interaction;

/** As many messages as one reads before sorting them. */
const PAGE = 200;

/** Longer than an hour, so that the hour is always known. */
const ACCUSE_S = 86_400;

export const interactionStore = (table: Table) => {
  const find = async (id: string): Promise<Lu<Interaction> | undefined> => {
    const item = await table.get(cleDe(id));
    return item && { valeur: Interaction.parse(item.corps), version: item.version };
  };
  const lister = async (pk: string): Promise<{ interactions: Interaction[]; encore: boolean }> => {
    const items = await table.list({ pk, index: 'file', sens: 'decroissant', limite: PAGE + 1 });
    return {
      interactions: items.slice(0, PAGE).map(({ resume }) => Interaction.parse(resume)),
      encore: items.length > PAGE,
    };
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
    /** The newest ones, and whether older ones wait behind them: first what people wrote, whatever machines send. */
    listATrier: async () => {
      const [personnes, machines] = await Promise.all([lister(FILE), lister(MACHINES)]);
      return {
        interactions: [...personnes.interactions, ...machines.interactions],
        encore: personnes.encore || machines.encore,
        encoreMachines: machines.encore,
      };
    },
    /** Which interaction brought this mail first, under whatever number. */
    getCourriel: async (contenu: string): Promise<string | undefined> => {
      const item = await table.get(cleCourriel(contenu));
      return item && (item.corps as { interaction: string }).interaction;
    },
    /** Fails at commit when another interaction has just brought it. */
    addCourriel: (contenu: string, interaction: string): void =>
      table.add({ ...cleCourriel(contenu), type: 'COURRIEL', corps: { interaction } }),
    findAccuse: async (adresse: string): Promise<Lu<{ le: string }> | undefined> => {
      const item = await table.get(cleAccuse(adresse));
      return item && { valeur: item.corps as { le: string }, version: item.version };
    },
    /** Fails at commit when another mail of theirs has just been acknowledged. */
    poserAccuse: (deja: Lu<{ le: string }> | undefined, adresse: string, le: string): void => {
      const ttl = Math.floor(Date.parse(le) / 1000) + ACCUSE_S;
      const item = { ...cleAccuse(adresse), type: 'CORRESPONDANT', corps: { le }, ttl };
      if (deja) table.replace({ ...item, version: deja.version });
      else table.add(item);
    },
  };
};
