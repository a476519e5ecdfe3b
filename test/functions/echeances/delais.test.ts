import { describe, expect, it } from 'vitest';
import type { Calendrier } from '../../../functions/echeances/calendrier.ts';
import {
  accusesAuPlusTard,
  dernierJourDeRecours,
  devantLaCada,
  motifsAuPlusTard,
  retraitJusquau,
} from '../../../functions/echeances/delais.ts';
import vecteurs from './vecteurs.json' with { type: 'json' };

const METROPOLE: Calendrier = { zone: 'metropole' };

describe('les délais que la commune doit tenir', () => {
  it.each(vecteurs.accuses)('accuse réception à temps : $id ($reception, $calendrier)', (vecteur) => {
    const calendrier: Calendrier = { zone: vecteur.calendrier as Calendrier['zone'] };
    const { aee, are } = accusesAuPlusTard({ recueLe: vecteur.reception }, calendrier);
    expect([aee.le, are.le]).toEqual([vecteur.aee_max, vecteur.are_max]);
  });

  it('compte les dix jours depuis l’administration compétente', () => {
    const { aee, are } = accusesAuPlusTard({ recueLe: '2026-02-10', competenteLe: '2026-03-03' }, METROPOLE);
    expect([aee.le, are.le]).toEqual(['2026-02-11', '2026-03-17']);
  });

  it.each(vecteurs.recours)('ouvre le recours jusqu’au bon jour : $id ($decision)', (vecteur) => {
    expect(dernierJourDeRecours(vecteur.decision, METROPOLE).le).toBe(vecteur.dernier_jour_recours);
  });

  it('dit pourquoi le recours est reporté', () => {
    const { explications } = dernierJourDeRecours('2026-03-13', METROPOLE);
    expect(explications.map(({ phrase }) => phrase)).toEqual([
      'La décision du 13 mars 2026 peut être contestée pendant deux mois francs : jusqu’au 14 mai 2026.',
      'Le jeudi 14 mai 2026 n’est pas un jour ouvré (Ascension) : le délai va jusqu’au vendredi 15 mai 2026.',
      'Pour qui vit outre-mer, ce délai est plus long d’un mois ; pour qui vit à l’étranger, de deux mois.',
    ]);
  });

  it.each([
    ['metropole', 'metropole', '2026-06-01'],
    ['metropole', 'outre-mer', '2026-07-01'],
    ['metropole', 'etranger', '2026-08-03'],
    ['guadeloupe', 'metropole', '2026-07-01'],
    ['guadeloupe', 'outre-mer', '2026-06-01'],
    ['guadeloupe', 'etranger', '2026-08-03'],
  ] as const)(
    'ajoute les délais de distance : tribunal de %s, personne qui vit en %s',
    (zone, residence, le) => {
      expect(dernierJourDeRecours('2026-03-31', { zone }, { residence }).le).toBe(le);
    },
  );

  it('compte les mois de distance d’un seul coup : du 31 décembre, trois mois mènent au 31 mars', () => {
    const { explications, le } = dernierJourDeRecours('2025-12-31', METROPOLE, { residence: 'outre-mer' });
    expect(le).toBe('2026-04-01');
    expect(explications.at(-1)).toEqual({
      phrase: 'La personne vit outre-mer : le délai est plus long d’un mois, jusqu’au 1er avril 2026.',
      texte: 'CJA',
      article: 'R421-7',
    });
  });

  it('tient le délai de la CADA pour non franc, sauf si la commune en juge autrement', () => {
    expect(dernierJourDeRecours('2026-03-13', METROPOLE, devantLaCada({ cada: 'non-franc' })).le).toBe(
      '2026-05-13',
    );
    expect(dernierJourDeRecours('2026-03-13', METROPOLE, devantLaCada({ cada: 'franc' })).le).toBe(
      '2026-05-15',
    );
    const loin = { ...devantLaCada({ cada: 'non-franc' }), residence: 'etranger' } as const;
    expect(dernierJourDeRecours('2026-03-13', METROPOLE, loin).le).toBe('2026-05-13');
  });

  it('donne un mois pour les motifs et quatre pour un retrait, de quantième à quantième', () => {
    expect(motifsAuPlusTard('2027-01-31')).toBe('2027-02-28');
    expect(retraitJusquau('2026-10-31')).toBe('2027-02-28');
  });
});
