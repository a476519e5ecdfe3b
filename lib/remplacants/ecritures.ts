/** Stands for fontkit's list of alphabets in bundles: those that Noto Sans for Latin can write, all from left to right. */
const ECRITURES: readonly [string, RegExp][] = [
  ['latn', /\p{Script=Latin}/u],
  ['grek', /\p{Script=Greek}/u],
  ['cyrl', /\p{Script=Cyrillic}/u],
];

const COMMUNE = 'zyyy';

/** The alphabet of the first letter that has one. */
export const forString = (texte: string): string =>
  [...texte].map(ecritureDe).find((ecriture) => ecriture !== COMMUNE) ?? COMMUNE;

export const forCodePoints = (codes: readonly number[]): string => forString(String.fromCodePoint(...codes));

const ecritureDe = (lettre: string): string =>
  ECRITURES.find(([, motif]) => motif.test(lettre))?.[0] ?? COMMUNE;

export const direction = (): string => 'ltr';
