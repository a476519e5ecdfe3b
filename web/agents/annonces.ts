import { observable } from './observable.ts';

export type Annonce = { ton: 'fait' | 'alerte'; phrase: string };

const annonce = observable<Annonce | undefined>(undefined);

/** Says the result of an act, to the eye and to the ear. It stays until it is closed or replaced. */
export const annoncer = (phrase: string, ton: Annonce['ton'] = 'fait'): void => annonce.ecrire({ ton, phrase });

export const taire = (): void => annonce.ecrire(undefined);

export const useAnnonce = annonce.use;
