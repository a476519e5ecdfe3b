import { Temporal } from 'temporal-polyfill';

/** A day of the civil calendar, `AAAA-MM-JJ`, without hour or zone. */
export type Jour = string;

/** A delay written in ISO 8601: `P2M` (months) or `P15D` (days). */
export type Delai = string;

/** The legal local day of an instant (ISO 8601 with offset) in a time zone. Throws RangeError on an unknown zone. */
export const jourDe = (instant: string, fuseau: string): Jour =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(fuseau).toPlainDate().toString();

/** From quantième to quantième, clamped to the end of the month; days are counted one by one. */
export const ajouter = (jour: Jour, delai: Delai): Jour =>
  Temporal.PlainDate.from(jour).add(Temporal.Duration.from(delai), { overflow: 'constrain' }).toString();

/** Whole days from a to b, negative when b comes first. */
export const joursEntre = (a: Jour, b: Jour): number =>
  Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b)).days;

/** The instant at which a local day reaches an hour: `2026-03-16`, `08:00`. */
export const instantDe = (jour: Jour, heure: string, fuseau: string): string =>
  Temporal.PlainDate.from(jour)
    .toZonedDateTime({ timeZone: fuseau, plainTime: heure })
    .toInstant()
    .toString();

/** « deux mois », « quinze jours »: the delay as the law writes it. */
export const delaiEnLettres = (delai: Delai): string => {
  const { months, days } = Temporal.Duration.from(delai);
  return months > 0
    ? `${enToutesLettres(months)} mois`
    : `${enToutesLettres(days)} jour${days > 1 ? 's' : ''}`;
};

const PETITS_NOMBRES =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze'.split(' ');
const enToutesLettres = (n: number): string => PETITS_NOMBRES[n] ?? String(n);
