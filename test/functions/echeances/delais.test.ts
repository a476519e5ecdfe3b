import { describe, expect, it } from 'vitest';
import type { Calendrier } from '../../../functions/echeances/calendrier.ts';
import {
  accusesAuPlusTard,
  dernierJourDeRecours,
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
    ]);
  });

  it('donne un mois pour les motifs et quatre pour un retrait, de quantième à quantième', () => {
    expect(motifsAuPlusTard('2027-01-31')).toBe('2027-02-28');
    expect(retraitJusquau('2026-10-31')).toBe('2027-02-28');
  });
});
