/** Takes one thing to keep: resolves once it is kept. */
export type Ensemble<T> = (chose: T) => Promise<void>;
type EnAttente<T> = { chose: T; resoudre(): void; refuser(erreur: unknown): void };

/** Long enough for a batch to come together, too short for anyone to notice. */
const INSTANT = 3;

/** What comes at the same instant is kept by one write, which costs hardly more than for one thing. */
export const ensemble = <T>(garder: (choses: readonly T[]) => void): Ensemble<T> => {
  let attente: EnAttente<T>[] = [];
  const vider = (): void => {
    const lot = attente;
    attente = [];
    try {
      garder(lot.map(({ chose }) => chose));
      for (const { resoudre } of lot) resoudre();
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
