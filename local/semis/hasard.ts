/** Numbers that look drawn and are the same each time: a town is the same at each first start. */
export type Hasard = {
  /** A whole number from `min` to `max`, both included. */
  entre(min: number, max: number): number;
  parmi<T>(choix: readonly [T, ...T[]]): T;
};

/** Draws from a sentence, so that a change in one story moves nothing in the others. */
export const hasardDe = (graine: string): Hasard => {
  let etat = [...graine].reduce(
    (somme, lettre) => Math.imul(somme ^ lettre.charCodeAt(0), 16777619),
    2166136261,
  );
  const tirer = (): number => {
    // mulberry32
    etat = (etat + 0x6d2b79f5) | 0;
    const a = Math.imul(etat ^ (etat >>> 15), etat | 1);
    const b = a ^ (a + Math.imul(a ^ (a >>> 7), a | 61));
    return ((b ^ (b >>> 14)) >>> 0) / 4294967296;
  };
  const entre = (min: number, max: number) => min + Math.floor(tirer() * (max - min + 1));
  return { entre, parmi: (choix) => choix[entre(0, choix.length - 1)] ?? choix[0] };
};
