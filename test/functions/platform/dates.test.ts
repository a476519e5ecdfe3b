import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ajouter, delaiEnLettres, instantDe, jourDe, joursEntre } from '../../../functions/platform/dates.ts';

const FUSEAUX = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Miquelon',
  'Indian/Reunion',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Wallis',
];
const fuseau = fc.constantFrom(...FUSEAUX);
const jour = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const heure = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45, 59))
  .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'));
const delai = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((mois) => `P${mois}M`),
  fc.integer({ min: 0, max: 400 }).map((jours) => `P${jours}D`),
  fc.integer({ min: 1, max: 30 }).map((ans) => `P${ans}Y`),
  fc.tuple(fc.nat(3), fc.nat(14), fc.nat(40)).map(([a, m, j]) => `P${a}Y${m}M${j}D`),
);
const dansUnSensOuLAutre = fc.tuple(fc.constantFrom('', '-'), delai).map(([sens, duree]) => sens + duree);
const beaucoup = { numRuns: 2000 };

describe('les dates, jugées par Temporal', () => {
  it('le jour local d’un instant', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fuseau,
        (date, ou) => {
          const instant = date.toISOString();
          const attendu = Temporal.Instant.from(instant).toZonedDateTimeISO(ou).toPlainDate().toString();
          expect(jourDe(instant, ou)).toBe(attendu);
        },
      ),
      beaucoup,
    );
  });

  it('un délai, de quantième à quantième', () => {
    fc.assert(
      fc.property(jour, dansUnSensOuLAutre, (depuis, duree) => {
        const attendu = Temporal.PlainDate.from(depuis).add(Temporal.Duration.from(duree), {
          overflow: 'constrain',
        });
        expect(ajouter(depuis, duree)).toBe(attendu.toString());
      }),
      beaucoup,
    );
  });

  it('les jours entre deux jours', () => {
    fc.assert(
      fc.property(jour, jour, (a, b) => {
        expect(joursEntre(a, b)).toBe(Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b)).days);
      }),
      beaucoup,
    );
  });

  const attenduA = (le: string, a: string, ou: string): string =>
    Temporal.PlainDate.from(le).toZonedDateTime({ timeZone: ou, plainTime: a }).toInstant().toString();

  it('l’instant où un jour atteint une heure', () => {
    fc.assert(
      fc.property(jour, heure, fuseau, (le, a, ou) => {
        expect(instantDe(le, a, ou)).toBe(attenduA(le, a, ou));
      }),
      beaucoup,
    );
  });

  it.each(['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31', '2050-03-27'])(
    'chaque quart d’heure d’un jour où l’heure change : %s',
    (le) => {
      for (let quart = 0; quart < 96; quart++) {
        const a = `${String(Math.floor(quart / 4)).padStart(2, '0')}:${String((quart % 4) * 15).padStart(2, '0')}`;
        expect(instantDe(le, a, 'Europe/Paris')).toBe(attenduA(le, a, 'Europe/Paris'));
        expect(instantDe(le, a, 'America/Miquelon')).toBe(attenduA(le, a, 'America/Miquelon'));
      }
    },
  );
});

describe('une date', () => {
  it.each(['2027-02-29', '2027-13-01', 'demain', ''])('qui n’existe pas est refusée : « %s »', (faux) => {
    expect(() => joursEntre(faux, '2027-01-01')).toThrow(RangeError);
  });

  it('dans un fuseau inconnu est refusée', () => {
    expect(() => jourDe('2027-01-01T00:00:00Z', 'Europe/Nulle-Part')).toThrow(RangeError);
  });

  it.each(['', 'P', '-P', '2M', 'P2H', 'P-1D'])('décalée d’un faux délai est refusée : « %s »', (faux) => {
    expect(() => ajouter('2027-01-01', faux)).toThrow(RangeError);
  });

  it.each([
    ['P2M', 'deux mois'],
    ['P15D', 'quinze jours'],
    ['P1D', 'un jour'],
    ['P1M', 'un mois'],
    ['P21D', '21 jours'],
  ])('un délai s’écrit en lettres : %s', (delai, attendu) => {
    expect(delaiEnLettres(delai)).toBe(attendu);
  });
});
