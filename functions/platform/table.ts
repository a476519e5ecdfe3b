/** Where an item lives. Only stores make keys. */
export type Cle = { pk: string; sk: string };

/** A request that changed an item, kept in it: its key, the digest of what was asked, what was answered, and when (epoch seconds). */
export type Rejeu = { cle: string; empreinte: string; reponse: Uint8Array; le: number };

/** What the single table holds: a typed, versioned body, and the keys of the indexes that should find it. */
export type Item = Cle & {
  type: string;
  version: number;
  corps: unknown;
  resume?: unknown;
  /** What must leave because of this very write. */
  promis?: unknown;
  rejeux?: Rejeu[];
  filePk?: string;
  fileSk?: string;
  contactPk?: string;
  contactSk?: string;
  /** Epoch seconds after which the item may vanish. */
  ttl?: number;
};

/** A value with the version under which it was read. */
export type Lu<T> = { valeur: T; version: number };

export type Recherche = {
  pk: string;
  debut?: string;
  /** Only what follows this sort key, in the order asked. */
  apres?: string;
  /** Only sort keys up to this one. */
  jusqua?: string;
  index?: 'file' | 'contact';
  sens?: 'croissant' | 'decroissant';
  /** Everything, unless said. */
  limite?: number;
};

export type Ecriture =
  | { geste: 'ajouter'; item: Item }
  | { geste: 'remplacer'; item: Item; lue: number }
  | { geste: 'poser'; item: Item }
  | { geste: 'retirer'; cle: Cle; existe: boolean };

/** A counter which lives until `ttl` (epoch seconds). */
export type Compteur = { type: string; pas: number; ttl: number };

/** Which value a field of the body must still have. */
export type Garde = { champ: string; parmi: readonly string[] };

/** What one engine must be able to do; `ecrire` is all or nothing. */
export type Base = {
  get(cle: Cle): Promise<Item | undefined>;
  list(recherche: Recherche): Promise<Item[]>;
  /** Throws Conflit when an item is not as the writer had seen it. */
  ecrire(ecritures: readonly Ecriture[]): Promise<void>;
  /** Adds to a counter at once, whatever else happens, and says where it stands. */
  compter(cle: Cle, compteur: Compteur): Promise<number>;
  /** Changes fields of a body at once, without reading it, if `si` holds. Says whether it did. */
  retoucher(cle: Cle, champs: Readonly<Record<string, unknown>>, si: Garde): Promise<boolean>;
};

/** Someone wrote first: the positions, in the list of writes, that were refused. */
export class Conflit extends Error {
  readonly positions: readonly number[];

  constructor(positions: readonly number[]) {
    super('écriture concurrente');
    this.name = 'Conflit';
    this.positions = positions;
  }
}

/** One action's view of the table: reads at once, writes kept back until `commit`, then made in one transaction. */
export type Table = {
  get: Base['get'];
  list: Base['list'];
  compter: Base['compter'];
  retoucher: Base['retoucher'];
  add(item: Omit<Item, 'version'>): void;
  /** Fails at commit when the item is no longer at `version`. */
  replace(item: Item): void;
  put(item: Omit<Item, 'version'>): void;
  /** Fails at commit when the item is already gone. */
  remove(cle: Cle): void;
  /** `avec` may add to the writes. */
  commit(avec?: (ecritures: readonly Ecriture[]) => readonly Ecriture[]): Promise<void>;
  /** The requests kept in the items that were read. */
  rejeux(): readonly Rejeu[];
  /** The items that a refused commit wanted to change. */
  contestes(): readonly Cle[];
};

export const ouvrirTable = (base: Base): Table => {
  const ecritures: Ecriture[] = [];
  const lus = new Map<string, Rejeu[]>();
  let contestes: Cle[] = [];
  const noter = (item: Item): Item => {
    if (item.rejeux) lus.set(nomDe(item), item.rejeux);
    return item;
  };
  return {
    get: async (cle) => {
      const item = await base.get(cle);
      return item && noter(item);
    },
    list: async (recherche) => (await base.list(recherche)).map(noter),
    compter: base.compter,
    retoucher: base.retoucher,
    add: (item) => void ecritures.push({ geste: 'ajouter', item: { ...item, version: 1 } }),
    replace: (item) => {
      // A store makes its items anew: what the table itself keeps in them goes along.
      const rejeux = lus.get(nomDe(item));
      const suivant = { ...item, version: item.version + 1, ...(rejeux && { rejeux }) };
      ecritures.push({ geste: 'remplacer', item: suivant, lue: item.version });
    },
    put: (item) => void ecritures.push({ geste: 'poser', item: { ...item, version: 1 } }),
    remove: (cle) => void ecritures.push({ geste: 'retirer', cle, existe: true }),
    commit: async (avec = (toutes) => toutes) => {
      const toutes = avec(ecritures.splice(0));
      contestes = toutes.flatMap((ecriture) => (ecriture.geste === 'remplacer' ? [ecriture.item] : []));
      if (toutes.length > 0) await base.ecrire(toutes);
    },
    rejeux: () => [...lus.values()].flat(),
    contestes: () => contestes,
  };
};

const nomDe = ({ pk, sk }: Cle): string => `${pk}\n${sk}`;
