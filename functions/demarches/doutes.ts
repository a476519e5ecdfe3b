import type { Demarche } from './demarche.ts';

/** What a text leaves doubtful, or leaves to the commune: it is told to whoever opens the démarche. */
export type Doute = { sujet: string; phrase: string };

export const doutesDe = ({ regime, regimes = [], recours = [], aConfirmer = [] }: Demarche): Doute[] => [
  ...[regime, ...regimes.map((cas) => cas.regime)].flatMap(({ aConfirmer: phrase }) =>
    phrase ? [{ sujet: 'Ce que vaut le silence', phrase }] : [],
  ),
  ...recours.flatMap(({ aConfirmer: phrase }) => (phrase ? [{ sujet: 'Les voies de recours', phrase }] : [])),
  ...aConfirmer.map((phrase) => ({ sujet: 'Le contenu', phrase })),
];
