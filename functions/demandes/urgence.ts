import type { Ligne } from './formes.ts';

type Triable = Pick<Ligne, 'terme' | 'obligation' | 'recueLe' | 'dernierMot'>;

const dateDe = ({ terme, obligation }: Triable): string => terme?.le ?? obligation?.le ?? '9';

/** The nearest legal date first; without one, the oldest. */
export const parUrgence = (a: Triable, b: Triable): number =>
  dateDe(a).localeCompare(dateDe(b)) || a.recueLe.localeCompare(b.recueLe);

/** The last one to have moved first. */
export const parDate = (a: Triable, b: Triable): number => b.dernierMot.le.localeCompare(a.dernierMot.le);
