import type { Ville } from '../histoire.ts';
import { aubevive } from './aubevive/aubevive.ts';
import { lindenwiller } from './lindenwiller.ts';
import { sainteVanille } from './sainte-vanille.ts';

/** Who lives where. A commune that is not here begins empty. */
export const VILLES: Readonly<Record<string, Ville>> = {
  aubevive,
  lindenwiller,
  'sainte-vanille': sainteVanille,
};
