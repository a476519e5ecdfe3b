import { describe, expect, it } from 'vitest';
import { CALENDRIERS } from '../../../functions/commune/commune.ts';
import { ajouterOuvres, type Calendrier, ferieDe } from '../../../functions/echeances/calendrier.ts';
import { ajouter, type Jour } from '../../../functions/platform/dates.ts';

/** Easter Mondays of the official tables (jours-feries-france-data, Etalab, Licence Ouverte); from 2028 on, of the Gregorian computus. */
const LUNDIS_DE_PAQUES =
  `2000-04-24 2001-04-16 2002-04-01 2003-04-21 2004-04-12 2005-03-28 2006-04-17 2007-04-09
2008-03-24 2009-04-13 2010-04-05 2011-04-25 2012-04-09 2013-04-01 2014-04-21 2015-04-06 2016-03-28 2017-04-17
2018-04-02 2019-04-22 2020-04-13 2021-04-05 2022-04-18 2023-04-10 2024-04-01 2025-04-21 2026-04-06 2027-03-29
2028-04-17 2029-04-02 2030-04-22 2031-04-14`.split(/\s+/);

const FIXES = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** What the same tables add in each territory. */
const PROPRES: Partial<Record<Calendrier['zone'], string[]>> = {
  'alsace-moselle': ['12-26'],
  guadeloupe: ['05-27'],
  martinique: ['05-22'],
  guyane: ['06-10'],
  'la-reunion': ['12-20'],
  mayotte: ['04-27'],
  'saint-martin': ['05-28'],
  'saint-barthelemy': ['10-09'],
};

const feriesDe = (annee: number, calendrier: Calendrier): Jour[] => {
  const jours: Jour[] = [];
  for (let jour = `${annee}-01-01`; jour.startsWith(String(annee)); jour = ajouter(jour, 'P1D'))
    if (ferieDe(jour, calendrier)) jours.push(jour);
  return jours;
};

describe('le calendrier des jours ouvrés', () => {
  it.each(CALENDRIERS)('donne en %s les jours fériés des tables officielles, de 2000 à 2031', (zone) => {
    for (const lundi of LUNDIS_DE_PAQUES) {
      const annee = Number(lundi.slice(0, 4));
      const attendus = [
        lundi,
        ajouter(lundi, 'P38D'),
        ajouter(lundi, 'P49D'),
        ...(zone === 'alsace-moselle' ? [ajouter(lundi, '-P3D')] : []),
        ...[...FIXES, ...(PROPRES[zone] ?? [])].map((quantieme) => `${annee}-${quantieme}`),
      ];
      expect(feriesDe(annee, { zone })).toEqual([...new Set(attendus)].sort());
    }
  });

  it('ôte le Vendredi saint aux communes d’Alsace-Moselle qui ne l’observent pas', () => {
    expect(ferieDe('2026-04-03', { zone: 'alsace-moselle' })).toBe('Vendredi saint');
    expect(ferieDe('2026-04-03', { zone: 'alsace-moselle', vendrediSaint: false })).toBeUndefined();
    expect(ferieDe('2026-04-03', { zone: 'metropole' })).toBeUndefined();
  });

  it('ajoute les fêtes que la commune déclare', () => {
    const zone = 'polynesie-francaise';
    expect(ajouterOuvres('2026-06-26', 1, { zone })).toBe('2026-06-29');
    expect(ajouterOuvres('2026-06-26', 1, { zone, feriesLocaux: ['06-29'] })).toBe('2026-06-30');
  });
});
