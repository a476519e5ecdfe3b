import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combienDeSms, composerSms, enLettresSms } from '../../../functions/envois/gsm.ts';

describe('un SMS', () => {
  it('s’écrit en lettres simples : é reste, ê et ç perdent leur accent, un dessin disparaît', () => {
    expect(enLettresSms('« Être reçu » à l’œil nu… 🪑 — déjà, où ?')).toBe(
      '" Etre recu " à l\'oeil nu... - déjà, où ?',
    );
  });

  it('se compte par 160, puis par 153 lettres ; l’euro en vaut deux', () => {
    expect(combienDeSms('a'.repeat(160))).toBe(1);
    expect(combienDeSms('a'.repeat(161))).toBe(2);
    expect(combienDeSms('€'.repeat(81))).toBe(2);
    expect(combienDeSms('a'.repeat(307))).toBe(3);
  });

  it('coupe les mots plutôt que le lien, et tient toujours dans sa mesure', () => {
    const lien = 'https://aubevive.example/suivi/K7M2-9QXD#4H7Q-K2M9-XT3B';
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 800 }), fc.constantFrom(1, 2, 3), (texte, sms) => {
        const compose = composerSms({ de: 'Aubevive', texte, lien }, sms);
        expect(compose.startsWith('Aubevive : ') && compose.endsWith(` ${lien}`)).toBe(true);
        expect(combienDeSms(compose)).toBeLessThanOrEqual(sms);
      }),
    );
  });
});
