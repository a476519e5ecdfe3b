import { useSyncExternalStore } from 'react';

type Observable<T> = { lire: () => T; ecrire: (valeur: T) => void; use: () => T };

/** A value of the page which several components watch. */
export const observable = <T>(initiale: T): Observable<T> => {
  const ecouteurs = new Set<() => void>();
  const etat = { valeur: initiale };
  const lire = (): T => etat.valeur;
  const abonner = (ecouter: () => void): (() => void) => {
    ecouteurs.add(ecouter);
    return () => ecouteurs.delete(ecouter);
  };
  const ecrire = (valeur: T): void => {
    etat.valeur = valeur;
    for (const ecouter of ecouteurs) ecouter();
  };
  return { lire, ecrire, use: () => useSyncExternalStore(abonner, lire) };
};
