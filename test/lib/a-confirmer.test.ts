import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { aConfirmer, lireCommunes } from '../../lib/communes.ts';

const chargees = lireCommunes(path.resolve(import.meta.dirname, '../..'));

describe('ce qu’un texte rend douteux', () => {
  it('est dit à la commune qui l’ouvre, démarche par démarche', () => {
    for (const chargee of chargees) {
      const points = aConfirmer(chargee);
      for (const id of ['buvette', 'inscription-scolaire', 'place-en-creche', 'acte-de-naissance'])
        expect(points.filter((point) => point.startsWith(`${id},`))).not.toEqual([]);
    }
  });

  it('se tait une fois que la commune a confirmé, dans son fichier', () => {
    const [premiere] = chargees;
    if (!premiere) throw new Error('aucune commune');
    const demarches = premiere.demarches.map(({ aConfirmer: _, regime, regimes, recours, ...demarche }) => ({
      ...demarche,
      regime: { ...regime, aConfirmer: undefined },
    }));
    expect(aConfirmer({ ...premiere, demarches })).toEqual([]);
  });

  it('dit aussi qu’il manque un délégué à la protection des données', () => {
    const [premiere] = chargees;
    if (!premiere) throw new Error('aucune commune');
    const { dpo: _, ...commune } = premiere.commune;
    expect(aConfirmer({ ...premiere, commune }).join()).toContain('RGPD, 37');
  });
});
