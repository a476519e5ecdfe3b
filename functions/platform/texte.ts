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
