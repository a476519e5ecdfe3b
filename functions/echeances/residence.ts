import type { Calendrier } from './calendrier.ts';

/** Where the person lives, as far as the judge looks (CJA R421-7). */
export const RESIDENCES = ['metropole', 'outre-mer', 'etranger'] as const;
export type Residence = (typeof RESIDENCES)[number];

/** The tribunal sits where the commune is. */
export const siegeDe = ({ zone }: Pick<Calendrier, 'zone'>): Exclude<Residence, 'etranger'> =>
  zone === 'metropole' || zone === 'alsace-moselle' ? 'metropole' : 'outre-mer';

/** Months added for whoever lives far from the tribunal: two abroad, one across the sea, either way (CJA R421-7). */
export const moisDeDistance = (residence: Residence, calendrier: Pick<Calendrier, 'zone'>): number => {
  if (residence === 'etranger') return 2;
  return residence === siegeDe(calendrier) ? 0 : 1;
};

/** What must be said beside a day that does not know where the person lives. */
export const distancesPossibles = (calendrier: Pick<Calendrier, 'zone'>): string =>
  siegeDe(calendrier) === 'metropole'
    ? 'Pour qui vit outre-mer, ce délai est plus long d’un mois ; pour qui vit à l’étranger, de deux mois.'
    : 'Pour qui vit hors de ce territoire, ce délai est plus long d’un mois ; pour qui vit à l’étranger, de deux mois.';
