import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const lire = (fichier: string): string =>
  readFileSync(path.resolve(import.meta.dirname, '..', fichier), 'utf8');
const paquet: Record<string, Record<string, string>> = JSON.parse(lire('package.json'));
const [, production = '', outils = '', machine = ''] = lire('docs/dependances.md').split(/^## /m);
const lignes = (partie: string): [string, string][] =>
  [...partie.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, nom = '', raison = '']) => [nom, raison]);

describe('la page des dépendances', () => {
  it.each([
    ['dependencies', production],
    ['devDependencies', outils],
    ['optionalDependencies', machine],
  ])('dit pourquoi chaque paquet de « %s » est là, et rien de plus', (champ, partie) => {
    expect(lignes(partie).map(([nom]) => nom)).toEqual(Object.keys(paquet[champ] ?? {}).sort());
  });

  it('donne une raison, pas un silence', () => {
    const muettes = [production, outils, machine].flatMap(lignes).filter(([, raison]) => raison.length < 6);
    expect(muettes).toEqual([]);
  });
});

describe('package.json', () => {
  it('fixe chaque version exactement', () => {
    const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((champ) =>
      Object.entries(paquet[champ] ?? {}),
    );
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
