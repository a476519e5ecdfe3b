// Texts as people write them: any script, any emoji, and what a broken program may have done to them.

let decoupe: Intl.Segmenter | undefined;

/** A whole sign may be a family of seven code points; one that is longer than this is no sign of a person. */
const SIGNE_MAX = 64;

/**
 * At most `max` UTF-16 units of a text, and never a part of a sign: it is cut between graphemes (UAX 29), and repaired
 * when it came broken. Ends with `fin`, which counts in `max`, when something was left out.
 */
export const couper = (texte: string, max: number, fin = ''): string => {
  const entier = texte.toWellFormed();
  if (entier.length <= max) return entier;
  return avantLaCoupe(entier, max - fin.length) + fin;
};

const avantLaCoupe = (texte: string, max: number): string => {
  if (max <= 0) return '';
  decoupe ??= new Intl.Segmenter('fr', { granularity: 'grapheme' });
  const debut = Math.max(0, max - SIGNE_MAX);
  const alentours = decoupe.segment(texte.slice(0, max + SIGNE_MAX));
  const coupe = alentours.containing(max)?.index ?? max;
  // A sign that never ends (a letter under a thousand accents) is cut between two code points.
  return coupe > debut ? texte.slice(0, coupe) : entreDeuxPoints(texte, max);
};

const entreDeuxPoints = (texte: string, max: number): string => {
  const coupe = texte.slice(0, max);
  return coupe.isWellFormed() ? coupe : coupe.slice(0, -1);
};

/** What leaves no mark on a page: spaces, controls, and the letters that some scripts keep to fill a hole. */
const SANS_TRACE = /[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Is there nothing to read in it? */
export const estVide = (texte: string): boolean => texte.replace(SANS_TRACE, '') === '';

/**
 * Controls, noncharacters, and what turns the order of a line over or slips a mark into a word unseen. Joiners stay: they
 * hold a family of emoji together, and an Arabic or a Persian word.
 */
const NUISIBLES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out.
  /[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\xad\u180e\u202a-\u202e\u2060-\u206f\ufeff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]/g;
/** Letters that cannot be seen, which only the flags of regions use. */
const ETIQUETTES =
  /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,7}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;
const FINS_DE_LIGNE = /\r\n?|[\x85\u2028\u2029]/g;
const BORDS =
  /^[\s\u115f\u1160\u200b-\u200f\u2800\u3164\uffa0]+|[\s\u115f\u1160\u200b\u200c\u200e\u200f\u2800\u3164\uffa0]+$/g;

/** A text as it is kept, whoever typed it and on what: nothing that cannot be seen but what words and emoji need. */
export const nettoyer = (texte: string): string => {
  const net = texte
    .replace(FINS_DE_LIGNE, '\n')
    .replace(NUISIBLES, '')
    .replace(ETIQUETTES, '$1')
    .normalize('NFC')
    .replace(BORDS, '');
  return estVide(net) ? '' : net;
};

/** On one line: a name, an address, a subject. */
export const surUneLigne = (texte: string): string => texte.replace(/[\u200b\s]+/g, ' ').trim();

/** Has it a letter or a figure, as a name has? */
export const seLit = (texte: string): boolean => /[\p{L}\p{N}]/u.test(texte);
