// The functions of Temporal, one by one: its classes bring all of it into every bundle.
import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as Duration from 'temporal-polyfill/fns/Duration';
import * as Instant from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as PlainTime from 'temporal-polyfill/fns/PlainTime';
import * as PlainYearMonth from 'temporal-polyfill/fns/PlainYearMonth';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';

/** A day of the civil calendar, `AAAA-MM-JJ`, without hour or zone. */
export type Jour = string;

/** A delay written in ISO 8601: `P2M` (months) or `P15D` (days). */
export type Delai = string;

/** The legal local day of an instant (ISO 8601 with offset) in a time zone. Throws RangeError on an unknown zone. */
export const jourDe = (instant: string, fuseau: string): Jour =>
  PlainDate.toString(
    ZonedDateTime.toPlainDate(Instant.toZonedDateTimeISO(Instant.fromString(instant), fuseau)),
  );

/** Those who ask on the same day have the same days to wait for: found again, one costs a hundredth of working it out. Two megabytes when full. */
const RETENUS = 20_000;
const retenir = <A extends readonly string[], R>(calculer: (...args: A) => R) => {
  const connus = new Map<string, R>();
  return (...args: A): R => {
    const [a, b] = args;
    const cle = args.length === 2 ? `${a} ${b}` : args.join(' ');
    const connu = connus.get(cle);
    if (connu !== undefined) return connu;
    const calcule = calculer(...args);
    if (connus.size >= RETENUS) connus.clear();
    connus.set(cle, calcule);
    return calcule;
  };
};

/** From quantième to quantième, clamped to the end of the month; days are counted one by one. */
export const ajouter = retenir(
  (jour: Jour, delai: Delai): Jour =>
    PlainDate.toString(PlainDate.add(lire(jour), Duration.fromString(delai), { overflow: 'constrain' })),
);

const lire = (jour: string) => PlainDate.fromString(jour, calendrier);

/** A day of another calendar is not one of ours. */
const calendrier = (nom: string) => {
  if (nom !== 'iso8601') throw new RangeError(`calendrier inconnu : ${nom}`);
  return getISO();
};

/** Whole days from a to b, negative when b comes first. */
export const joursEntre = retenir((a: Jour, b: Jour): number => PlainDate.diff(lire(a), lire(b)).days);

/** The month of a day and those before it, the newest first: `2026-11`, `2026-10`… */
export const moisDepuis = (jour: Jour, combien: number): string[] =>
  Array.from({ length: combien }, (_, i) =>
    PlainYearMonth.toString(PlainYearMonth.subtractMonths(PlainDate.toPlainYearMonth(lire(jour)), i)),
  );

/** 1 for Monday, 7 for Sunday. */
export const jourDeSemaine = retenir((jour: Jour): number => PlainDate.dayOfWeek(lire(jour)));

/** The instant at which a local day reaches an hour: `2026-03-16`, `08:00`. */
export const instantDe = retenir((jour: Jour, heure: string, fuseau: string): string =>
  Instant.toString(
    ZonedDateTime.toInstant(
      PlainDate.toZonedDateTime(lire(jour), { timeZone: fuseau, plainTime: PlainTime.fromString(heure) }),
    ),
  ),
);

/** « deux mois », « quinze jours »: the delay as the law writes it. */
export const delaiEnLettres = (delai: Delai): string => {
  const { months, days } = Duration.fromString(delai);
  return months > 0
    ? `${enToutesLettres(months)} mois`
    : `${enToutesLettres(days)} jour${days > 1 ? 's' : ''}`;
};

const PETITS_NOMBRES =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze'.split(' ');
const enToutesLettres = (n: number): string => PETITS_NOMBRES[n] ?? String(n);
