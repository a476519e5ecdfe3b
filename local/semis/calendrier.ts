import { Temporal } from 'temporal-polyfill';
import { hasardDe } from './hasard.ts';
import { estDAgent, type Histoire } from './histoire.ts';

/** How far in the past the town is born. */
export const JOURS_PASSES = 152;

/** A moment of the town's life, and what happens then: the story and the rank of its episode (0 is its beginning). */
export type Moment<H> = { instant: number; actes: { histoire: H; rang: number }[] };

type Present = { instant: number; fuseau: string };

/**
 * Lays all stories on one calendar. Two moments a day at most, one for the office and one for people: fewer moments
 * than acts, since each costs the time to let what follows settle. What would fall after the present happens in it.
 */
export const calendrier = <H extends Histoire>(histoires: readonly H[], present: Present): Moment<H>[] => {
  const auPlusTot = aPartirDe(present);
  const poses = histoires.flatMap((histoire) => {
    const debut = auPlusTot(histoire.ilYA, 'gens');
    let dernier = debut;
    const suite = (histoire.suite ?? []).map((episode, i) => {
      dernier = auPlusTot(histoire.ilYA - episode.apres, estDAgent(episode) ? 'bureau' : 'gens', dernier);
      return { instant: dernier, histoire, rang: i + 1 };
    });
    return [{ instant: debut, histoire, rang: 0 }, ...suite];
  });
  return [...Map.groupBy(poses, ({ instant }) => Math.min(instant, present.instant))]
    .sort(([a], [b]) => a - b)
    .map(([instant, actes]) => ({ instant, actes: actes.map(({ histoire, rang }) => ({ histoire, rang })) }));
};

type Qui = 'bureau' | 'gens';
const HEURES = { bureau: [9, 10, 11, 14], gens: [7, 12, 18, 19, 20, 21] } as const;

/** Beyond it, things only happen every third day: memory is coarser too. */
const RECENT = 30;
const PAS = 3;

/** The first moment, so many days ago or later, that does not come before another; offices are closed at weekends. */
const aPartirDe = ({ instant: present, fuseau }: Present) => {
  const aujourdhui = Temporal.Instant.fromEpochMilliseconds(present).toZonedDateTimeISO(fuseau).toPlainDate();
  const auPlusTot = (ilYA: number, qui: Qui, apres = Number.NEGATIVE_INFINITY): number => {
    const cale = ilYA > RECENT ? ilYA - (ilYA % PAS) : ilYA;
    const jour = aujourdhui.subtract({ days: cale });
    const instant = jour.toZonedDateTime({
      timeZone: fuseau,
      plainTime: heureDe(cale, qui),
    }).epochMilliseconds;
    const ferme = qui === 'bureau' && jour.dayOfWeek > 5;
    return instant >= apres && !ferme ? instant : auPlusTot(cale - 1, qui, apres);
  };
  return auPlusTot;
};

const heureDe = (ilYA: number, qui: Qui): Temporal.PlainTime => {
  const { entre, parmi } = hasardDe(`${ilYA} ${qui}`);
  const heures: readonly [number, ...number[]] = HEURES[qui];
  return Temporal.PlainTime.from({ hour: parmi(heures), minute: entre(0, 59) });
};
