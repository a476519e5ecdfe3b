import { useState } from 'react';

const brouillons = new Map<string, unknown>();

/** What is being written survives a look at another file; it is forgotten with the tab, or once it is sent. */
export const useBrouillon = <T>(cle: string, initial: T): [T, (valeur: T) => void, () => void] => {
  const [valeur, poser] = useState<T>(() => (brouillons.has(cle) ? (brouillons.get(cle) as T) : initial));
  const ecrire = (suite: T): void => {
    brouillons.set(cle, suite);
    poser(suite);
  };
  const oublier = (): void => {
    brouillons.delete(cle);
    poser(initial);
  };
  return [valeur, ecrire, oublier];
};
