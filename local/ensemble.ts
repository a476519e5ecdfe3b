/** Takes one thing to do: resolves, with what came of it, once it is kept. */
export type Ensemble<T, R> = (chose: T) => Promise<R>;
type EnAttente<T, R> = { chose: T; resoudre(fait: R): void; refuser(erreur: unknown): void };

/** Long enough for a batch to come together, too short for anyone to notice. */
const INSTANT = 3;

/** What comes at the same instant is kept by one write, which costs hardly more than for one thing. */
export const ensemble = <T, R>(garder: (choses: readonly T[]) => readonly R[]): Ensemble<T, R> => {
  let attente: EnAttente<T, R>[] = [];
  const vider = (): void => {
    const lot = attente;
    attente = [];
    try {
      const faits = garder(lot.map(({ chose }) => chose));
      for (const [i, { resoudre }] of lot.entries()) resoudre(faits[i] as R);
    } catch (erreur) {
      for (const { refuser } of lot) refuser(erreur);
    }
  };
  return (chose) =>
    new Promise((resoudre, refuser) => {
      attente.push({ chose, resoudre, refuser });
      if (attente.length === 1) setTimeout(vider, INSTANT);
    });
};
