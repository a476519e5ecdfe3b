import type { Fait, FaitDe } from './fait.ts';

/** What decides of a demande, or takes back what was decided. */
export type Acte = FaitDe<'decision'> | FaitDe<'silence'> | FaitDe<'retrait'>;
type Vecue = { faits: readonly Fait[] };

const estActe = (fait: Fait): fait is Acte =>
  fait.type === 'decision' || fait.type === 'silence' || fait.type === 'retrait';

/** The act that stands now: each one takes the place of the one before. Taken up again or sent on, a demande has none. */
export const acteDe = ({ faits }: Vecue): Acte | undefined => {
  const dernier = faits.findLast(
    (fait) => estActe(fait) || fait.type === 'rouverte' || fait.type === 'transmise',
  );
  return dernier && estActe(dernier) ? dernier : undefined;
};

/** What happened since the act that stands: what concerned the one before is over with it. */
export const depuisLActe = ({ faits }: Vecue): Fait[] => faits.slice(faits.findLastIndex(estActe) + 1);

/** Its conditions, which must have reasons and ways of appeal (CRPA L211-2, 3°). */
export const conditionsDe = (vecue: Vecue): string | undefined => {
  const acte = acteDe(vecue);
  return acte?.type === 'decision' ? acte.conditions : undefined;
};
