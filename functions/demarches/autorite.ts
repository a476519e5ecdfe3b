import * as z from 'zod';

/** In whose name the decision is taken: what may be asked of whom follows from it (CGCT L2122-27, L2121-29; CASF L123-6). */
export const AUTORITES = {
  maire: 'le maire, au nom de la commune',
  'maire-etat': 'le maire, au nom de l’État',
  'conseil-municipal': 'le conseil municipal',
  ccas: 'le centre communal d’action sociale (CCAS)',
  epci: 'l’intercommunalité',
  autre: 'une autre administration',
} as const;
export const Autorite = z.enum(Object.keys(AUTORITES) as [keyof typeof AUTORITES]);
export type Autorite = z.infer<typeof Autorite>;

/** As letters say it (CRPA L212-1: who decides is named). */
export const competenceDite = (autorite: Autorite = 'maire'): string[] => [
  `Autorité compétente : ${AUTORITES[autorite]}.`,
  ...(autorite === 'ccas' ? ['Il répond aussi de vos données, à part de la commune. (CASF, L123-6)'] : []),
];
