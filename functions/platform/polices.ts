import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { create, type Font } from 'fontkit';
import { estTouteEcrite, type Plumes } from './ecriture.ts';
import { variable } from './monde.ts';

export const GRAISSES = ['normal', 'gras'] as const;
export type Graisse = (typeof GRAISSES)[number];

/** By weight, the preferred one first: the face of the screens, then one with the other letters of Latin, Greek and Cyrillic. */
export type Polices = Record<Graisse, readonly [maison: Font, secours: Font]>;

/** They stand beside the commune's file: PDF/UA wants them embedded, and no bundle carries them. */
const dossier = (): string => path.join(path.dirname(variable('COMMUNE')), 'papiers');

const lus = new Map<string, Buffer>();
const lire = (fichier: string): Buffer => {
  const octets = lus.get(fichier) ?? readFileSync(fichier);
  lus.set(fichier, octets);
  return octets;
};

/**
 * Opens the fonts of one document. An open font remembers the first letters for which it drew each glyph, and says them
 * to who reads aloud: it never serves two documents.
 */
export const ouvrirPolices = (): Polices => {
  const [normal, gras] = GRAISSES.map(
    (graisse) => [ouvrir(`maison-${graisse}.ttf`), ouvrir(`secours-${graisse}.ttf`)] as const,
  ) as [Polices['normal'], Polices['gras']];
  return { normal, gras };
};

const ouvrir = (nom: string): Font => {
  const police = create(lire(path.join(dossier(), nom)));
  if (!('layout' in police)) throw new Error(`« ${nom} » n’est pas une police seule`);
  return police;
};

/**
 * What an agent of a mairie reads. The second face has more, whose letters would have to be joined; and a sign of two
 * units of UTF-16 might be cut in two by the library, where it ends a line inside a long word.
 */
const ALPHABETS =
  /(?=[\u0020-\ufffc])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

/** What writes these texts. The table of the other alphabets, as big as all the rest, is read when one of them asks for it. */
export const plumesPour = async (textes: readonly string[], { normal }: Polices): Promise<Plumes> => {
  const couvertures = normal.map(
    (police) => (point: number) =>
      ALPHABETS.test(String.fromCodePoint(point)) && police.hasGlyphForCodePoint(point),
  );
  if (textes.every((texte) => estTouteEcrite(texte, couvertures)))
    return { couvertures, enLatin: (texte) => texte };
  const module: unknown = await import(pathToFileURL(path.join(dossier(), 'en-latin/any-ascii.js')).href);
  return { couvertures, enLatin: (module as { default: (texte: string) => string }).default };
};
