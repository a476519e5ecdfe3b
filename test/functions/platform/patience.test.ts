import { describe, expect, it } from 'vitest';
import { ESSAIS_EN_TOUT, PATIENCE, pauseApres } from '../../../functions/platform/patience.ts';
import { delaiApres } from '../../../local/commun.ts';

describe('la patience de la maison', () => {
  const pauses = Array.from({ length: ESSAIS_EN_TOUT - 1 }, (_, i) => pauseApres(i + 1));

  it('est celle de Lambda d’abord, puis un essai par quart d’heure pendant quatorze jours', () => {
    expect(pauses.slice(0, 4)).toEqual([60, 120, 900, 900]);
    expect(PATIENCE.pauses).toHaveLength(PATIENCE.essais - 1);
    const jours = pauses.reduce((total, pause) => total + pause, 0) / 86_400;
    expect(Math.round(jours)).toBe(PATIENCE.jours);
  });

  it('est la même sur un poste, où une minute dure une seconde', () => {
    expect([1, 2, 3, 1000].map(delaiApres)).toEqual([1000, 2000, 15_000, 15_000]);
  });
});
