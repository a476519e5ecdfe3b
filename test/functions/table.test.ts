import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ouvrirTable } from '../../functions/platform/table.ts';
import { uneTable } from '../atelier/table.ts';

const racine = path.resolve(import.meta.dirname, '../..');
const stores = readdirSync(path.join(racine, 'functions'), { recursive: true, encoding: 'utf8' }).filter(
  (fichier) => fichier.endsWith('.store.ts'),
);

type Store = (table: unknown, now: Date) => object;

it('docs/table.md nomme chaque question posée à la table, et aucune autre', async () => {
  const table = ouvrirTable(await uneTable());
  const modules: Record<string, Store>[] = await Promise.all(
    stores.map((fichier) => import(path.join(racine, 'functions', fichier))),
  );
  const methodes = modules.flatMap((module) =>
    Object.entries(module)
      .filter(([nom]) => nom.endsWith('Store'))
      .flatMap(([nom, ouvrir]) =>
        Object.keys(ouvrir(table, new Date(0))).map((methode) => `${nom}.${methode}`),
      ),
  );
  const documentees = [
    ...readFileSync(path.join(racine, 'docs/table.md'), 'utf8').matchAll(/^\| `(\w+\.\w+)`/gm),
  ].map(([, nom]) => nom ?? '');
  expect(documentees.sort()).toEqual(methodes.sort());
});
