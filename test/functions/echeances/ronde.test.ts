import { describe, expect, it } from 'vitest';
import { aRegarder, nomDeVeille, reprise, veilleesParmi } from '../../../functions/echeances/ronde.ts';
import type { Jour } from '../../../functions/platform/dates.ts';

const OUVERTES = 100_000;
const demandes = Array.from({ length: OUVERTES }, (_, i) => ({
  demande: `D${i}`,
  reglage: i % 4,
  statut: 'deposee' as const,
  terme: { le: `2027-0${1 + (i % 5)}-15` as Jour, sens: 'acceptation' as const },
}));

describe('la ronde sur cent mille demandes ouvertes', () => {
  it('trouve exactement celles que personne ne veille, sans les comparer deux à deux', () => {
    const manque = (i: number) => i % 1000 === 7;
    const enMarche = demandes
      .filter((_, i) => !manque(i))
      .map((demande, i) => nomDeVeille(demande) + reprise(i % 3));
    const suivie = veilleesParmi(enMarche);
    expect(demandes.filter((demande) => !suivie(demande))).toEqual(demandes.filter((_, i) => manque(i)));
  });

  it('ne lit que celles dont le terme approche, et celles qui ont un autre délai que le leur', () => {
    const voir = aRegarder('2027-01-31' as Jour);
    expect(demandes.filter((demande) => voir(demande))).toHaveLength(OUVERTES / 5);
    expect(voir({ statut: 'incomplete' })).toBe(true);
    expect(voir({ statut: 'acceptee' } as never)).toBe(false);
  });
});
