/** Where an item lives. Only stores make keys. */
export type Cle = { pk: string; sk: string };

/** What the single table holds: a typed, versioned body, and the keys of the indexes that should find it. */
export type Item = Cle & {
  type: string;
  version: number;
  corps: unknown;
  resume?: unknown;
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
  index?: 'file' | 'contact';
  sens?: 'croissant' | 'decroissant';
  limite?: number;
};

export type Ecriture =
  | { geste: 'ajouter'; item: Item }
  | { geste: 'remplacer'; item: Item; lue: number }
  | { geste: 'poser'; item: Item }
  | { geste: 'retirer'; cle: Cle; existe: boolean };

/** A counter which lives until `ttl` (epoch seconds). */
export type Compteur = { type: string; pas: number; ttl: number };

/** What one engine must be able to do; `ecrire` is all or nothing. */
export type Base = {
  get(cle: Cle): Promise<Item | undefined>;
  list(recherche: Recherche): Promise<Item[]>;
  /** Throws Conflit when an item is not as the writer had seen it. */
  ecrire(ecritures: readonly Ecriture[]): Promise<void>;
  /** Adds to a counter at once, whatever else happens, and says where it stands. */
  compter(cle: Cle, compteur: Compteur): Promise<number>;
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
  add(item: Omit<Item, 'version'>): void;
  /** Fails at commit when the item is no longer at `version`. */
  replace(item: Item): void;
  put(item: Omit<Item, 'version'>): void;
  /** Fails at commit when the item is already gone. */
  remove(cle: Cle): void;
  commit(aussi?: readonly Ecriture[]): Promise<void>;
};

export const ouvrirTable = (base: Base): Table => {
  const ecritures: Ecriture[] = [];
  return {
    get: base.get,
    list: base.list,
    compter: base.compter,
    add: (item) => void ecritures.push({ geste: 'ajouter', item: { ...item, version: 1 } }),
    replace: (item) =>
      void ecritures.push({
        geste: 'remplacer',
        item: { ...item, version: item.version + 1 },
        lue: item.version,
      }),
    put: (item) => void ecritures.push({ geste: 'poser', item: { ...item, version: 1 } }),
    remove: (cle) => void ecritures.push({ geste: 'retirer', cle, existe: true }),
    commit: async (aussi = []) => {
      const toutes = [...aussi, ...ecritures.splice(0)];
      if (toutes.length > 0) await base.ecrire(toutes);
    },
  };
};
