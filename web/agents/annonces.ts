import { observable } from './observable.ts';

export type Annonce = { ton: 'fait' | 'alerte'; phrase: string; suit: boolean };

const annonce = observable<Annonce | undefined>(undefined);

/** Says the result of an act, to the eye and to the ear. It stays until it is closed, replaced, or left behind. */
export const annoncer = (phrase: string, ton: Annonce['ton'] = 'fait'): void =>
  annonce.ecrire({ ton, phrase, suit: false });

/** Says it on the page that comes next. */
export const annoncerEnSuivant = (phrase: string): void =>
  annonce.ecrire({ ton: 'fait', phrase, suit: true });

export const taire = (): void => annonce.ecrire(undefined);

/** A change of page leaves the words of the former one behind. */
export const tournerLaPage = (): void => {
  const dite = annonce.lire();
  if (dite) annonce.ecrire(dite.suit ? { ...dite, suit: false } : undefined);
};

export const useAnnonce = annonce.use;
