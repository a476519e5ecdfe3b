import { useState } from 'react';
import { oublier as effacer, garder, relire } from '../ui/memoire.ts';
import { useMoi } from './donnees.ts';

/** What is being written survives a look at another file and a reload; it is forgotten with the tab, or once it is sent. Only its author finds it again. */
export const useBrouillon = <T>(cle: string, initial: T): [T, (valeur: T) => void, () => void] => {
  const nom = `brouillon:${useMoi().courriel}:${cle}`;
  const [valeur, poser] = useState<T>(() => relire<T>(nom) ?? initial);
  const ecrire = (suite: T): void => {
    garder(nom, suite);
    poser(suite);
  };
  const oublier = (): void => {
    effacer(nom);
    poser(initial);
  };
  return [valeur, ecrire, oublier];
};
