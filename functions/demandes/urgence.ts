import type { Ligne } from './formes.ts';

type Triable = Pick<Ligne, 'terme' | 'recueLe' | 'dernierMot'>;

/** The nearest legal date first; without one, the oldest. */
export const parUrgence = (a: Triable, b: Triable): number =>
  (a.terme?.le ?? '9').localeCompare(b.terme?.le ?? '9') || a.recueLe.localeCompare(b.recueLe);

/** The last one to have moved first. */
export const parDate = (a: Triable, b: Triable): number => b.dernierMot.le.localeCompare(a.dernierMot.le);
