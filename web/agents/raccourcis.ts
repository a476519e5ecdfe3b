import { useEffect, useRef } from 'react';
import { observable } from './observable.ts';

const CLE = 'parvis-raccourcis';

const lire = (): boolean => {
  try {
    return localStorage.getItem(CLE) !== 'non';
  } catch {
    return true;
  }
};

const actifs = observable(lire());

/** One-letter shortcuts must be able to be turned off (WCAG 2.1.4): a voice or a tremor also types letters. */
export const reglerRaccourcis = (valeur: boolean): void => {
  actifs.ecrire(valeur);
  try {
    localStorage.setItem(CLE, valeur ? 'oui' : 'non');
  } catch {
    // A browser which keeps nothing still obeys until the page is closed.
  }
};

export const useRaccourcisActifs = actifs.use;

const CHAMPS = 'input, textarea, select, [contenteditable]';

const ecrit = (cible: EventTarget | null): boolean =>
  cible instanceof Element && cible.closest(CHAMPS) !== null;

const seTait = (e: KeyboardEvent): boolean =>
  e.defaultPrevented ||
  e.ctrlKey ||
  e.metaKey ||
  e.altKey ||
  ecrit(e.target) ||
  document.querySelector('dialog[open]') !== null;

/** Listens to single keys on the whole page, never in a field nor under a dialog. */
export const useRaccourcis = (touches: Record<string, () => void>): void => {
  const ecoute = useRaccourcisActifs();
  const courantes = useRef(touches);
  courantes.current = touches;
  useEffect(() => {
    if (!ecoute) return;
    const presser = (e: KeyboardEvent): void => {
      const agir = courantes.current[e.key];
      if (!agir || seTait(e)) return;
      e.preventDefault();
      agir();
    };
    document.addEventListener('keydown', presser);
    return () => document.removeEventListener('keydown', presser);
  }, [ecoute]);
};
