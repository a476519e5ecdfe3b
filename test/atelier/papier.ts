import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll } from 'vitest';
import { lireCommunes } from '../../lib/communes.ts';
import { ecrireFiche } from '../../lib/fiche.ts';

/** Puts beside the commune's file what papers are written with, as in Lambda. */
export const desPapiers = (): void => {
  const dossier = mkdtempSync(path.join(tmpdir(), 'papiers-'));
  const avant = process.env.COMMUNE;
  beforeAll(() => {
    const [commune] = lireCommunes(path.resolve(import.meta.dirname, '../..'));
    if (!commune) throw new Error('aucune commune');
    process.env.COMMUNE = ecrireFiche(dossier, commune);
  });
  afterAll(() => {
    process.env.COMMUNE = avant;
    rmSync(dossier, { recursive: true, force: true });
  });
};

/** What a PDF holds, streams unpacked: its bytes, the glyphs that are drawn, and what a reader copies of it. */
export const ouvrirPdf = (octets: Uint8Array) => {
  const objets = objetsDe(Buffer.from(octets).toString('latin1'));
  const pages = [...objets.values()].filter(({ flux }) => /\bBT\b/.test(flux)).map(({ flux }) => flux);
  const polices = policesDe(objets);
  return {
    clair: [...objets.values()].map(({ dit, flux }) => `${dit}\n${flux}`).join('\n'),
    /** 0 is the box of what is missing. */
    glyphes: pages.flatMap((page) => [...page.matchAll(HEXA)].flatMap(([, hexa = '']) => codesDe(hexa))),
    texte: pages.map((page) => texteDe(page, polices)).join('\n'),
  };
};

type Objets = Map<string, { dit: string; flux: string }>;

const objetsDe = (brut: string): Objets =>
  new Map(
    brut.split('\nendobj\n').flatMap((morceau) => {
      const [, numero = '', corps] = /(?:^|\n)(\d+) 0 obj\n([\s\S]*)$/.exec(morceau) ?? [];
      return corps === undefined ? [] : [[numero, objetDe(corps)] as const];
    }),
  );

const objetDe = (corps: string): { dit: string; flux: string } => {
  const [, dit = corps, contenu = ''] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(corps) ?? [];
  return { dit, flux: dit.includes('/FlateDecode') ? gonfler(contenu) : contenu };
};

const gonfler = (contenu: string): string => inflateSync(Buffer.from(contenu, 'latin1')).toString('latin1');

const HEXA = /<([0-9a-f]+)>/g;
const codesDe = (hexa: string): number[] =>
  (hexa.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16));

/** Each font says which letters its glyphs are (`/ToUnicode`). */
const policesDe = (objets: Objets): Map<string, string[]> => {
  const polices = new Map<string, string[]>();
  for (const { dit } of objets.values())
    for (const [, nom = '', numero = ''] of dit.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, unicode = ''] = /\/ToUnicode (\d+) 0 R/.exec(objets.get(numero)?.dit ?? '') ?? [];
      polices.set(nom, lettresDe(objets.get(unicode)?.flux ?? ''));
    }
  return polices;
};

const lettresDe = (cmap: string): string[] =>
  [...cmap.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[([^\]]*)\]/gi)].flatMap(([, liste = '']) =>
    [...liste.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hexa = '']) =>
      String.fromCharCode(...codesDe(hexa.replaceAll(' ', ''))),
    ),
  );

const texteDe = (page: string, polices: Map<string, string[]>): string =>
  [...page.matchAll(/\/(F\d+) [\d.]+ Tf([\s\S]*?)\bET\b/g)]
    .map(([, nom = '', dessin = '']) =>
      [...dessin.matchAll(HEXA)]
        .flatMap(([, hexa = '']) => codesDe(hexa))
        .map((code) => polices.get(nom)?.[code] ?? '')
        .join(''),
    )
    .join('\n');
