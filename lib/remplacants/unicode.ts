/** Stands for `unicode-properties` in bundles: Node knows these tables by itself. */
export const isMark = (code: number): boolean => /\p{M}/u.test(String.fromCodePoint(code));

export const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code));
