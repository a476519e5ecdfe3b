import type { Ligne } from './formes.ts';
import { type AgirAvant, GROUPES, groupeDe } from './priorite.ts';

type Triable = Pick<Ligne, 'agirAvant' | 'recueLe' | 'dernierMot'>;

const rangDe = ({ agirAvant }: Triable): number =>
  agirAvant ? GROUPES.indexOf(groupeDe(agirAvant)) : GROUPES.length;

const dateDe = (agirAvant: AgirAvant | undefined): string => agirAvant?.le ?? '9';

/** What must be done first comes first, group by group; without a date, the oldest. */
export const parUrgence = (a: Triable, b: Triable): number =>
  rangDe(a) - rangDe(b) ||
  dateDe(a.agirAvant).localeCompare(dateDe(b.agirAvant)) ||
  a.recueLe.localeCompare(b.recueLe);

/** The last one to have moved first. */
export const parDate = (a: Triable, b: Triable): number => b.dernierMot.le.localeCompare(a.dernierMot.le);
