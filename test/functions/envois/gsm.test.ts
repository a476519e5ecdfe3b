import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { combienDeSms, composerSms, enLettresSms } from '../../../functions/envois/gsm.ts';

const LIEN = 'https://aubevive.example/suivi/K7M2-9QXD#4H7Q-K2M9-XT3B';
const codage = (texte: string): string => new SegmentedMessage(texte).encodingName;

describe('un SMS', () => {
  it.each([
    ['« Être reçu » à l’œil nu… — déjà, où ?', '" Etre recu " à l\'oeil nu... - déjà, où ?'],
    ['Łukasz Nguyễn, đường 3 m², n° 12, 20 °C, ½', 'Lukasz Nguyen, duong 3 m2, no 12, 20 C, 1/2'],
    ['e\u0301tat\u00a0civil\u200b', 'état civil'],
    ['100 € {ok} [non]', '100 € {ok} [non]'],
    ['ligne 1\r\nligne 2', 'ligne 1\nligne 2'],
  ])('« %s » s’écrit en lettres simples', (texte, attendu) => {
    const ecrit = enLettresSms(texte);
    expect(ecrit).toBe(attendu);
    expect(codage(ecrit)).toBe('GSM-7');
  });

  it.each([
    'البلدية مغلقة غدا',
    'Мэрия закрыта завтра',
    'Το δημαρχείο είναι κλειστό',
    '市政厅明天关闭',
    '😀👨‍👩‍👧🇫🇷',
    'Bonjour, votre chaise 🪑 est prête',
    'Rue « Ελλάς », à l’angle',
  ])('« %s » part entier, accents compris, et se compte par 70', (texte) => {
    const compose = composerSms({ de: 'Aubevive', texte });
    expect(compose).toBe(`Aubevive : ${texte}`);
    expect(codage(compose)).toBe('UCS-2');
    expect(combienDeSms(compose)).toBe(1);
  });

  it('se compte par 160 puis 153 lettres simples, par 70 puis 67 autres, sans couper une lettre double', () => {
    expect(combienDeSms('a'.repeat(160))).toBe(1);
    expect(combienDeSms('a'.repeat(161))).toBe(2);
    expect(combienDeSms('€'.repeat(81))).toBe(2);
    expect(combienDeSms('a'.repeat(307))).toBe(3);
    // 153 would hold the first half of the euro.
    expect(combienDeSms(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toBe(3);
    expect(combienDeSms('я'.repeat(70))).toBe(1);
    expect(combienDeSms('я'.repeat(71))).toBe(2);
    expect(combienDeSms('я'.repeat(135))).toBe(3);
    expect(combienDeSms(`${'я'.repeat(66)}😀${'я'.repeat(66)}`)).toBe(3);
  });

  it('coupe les mots plutôt que le lien, entre deux signes, et tient toujours dans sa mesure', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 800 }), fc.constantFrom(1, 2, 3), (texte, sms) => {
        const compose = composerSms({ de: 'Aubevive', texte, lien: LIEN }, sms);
        expect(compose.startsWith('Aubevive : ') && compose.endsWith(` ${LIEN}`)).toBe(true);
        expect(compose.isWellFormed()).toBe(true);
        expect(combienDeSms(compose)).toBeLessThanOrEqual(codage(compose) === 'UCS-2' ? sms * 2 : sms);
      }),
    );
  });

  it('ne perd jamais un mot : ce que les lettres simples ne disent pas part en UCS-2', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (texte) => {
        const ecrit = enLettresSms(texte);
        const mots = (dit: string) => dit.normalize('NFC').replace(/[\p{Z}\p{C}]/gu, '');
        if (codage(ecrit) === 'UCS-2') expect(mots(ecrit)).toBe(mots(texte));
        else
          expect(ecrit.replace(/\s/g, '').length).toBeGreaterThanOrEqual(
            mots(texte).replace(/\p{M}/gu, '').length / 2,
          );
      }),
    );
  });

  it('une famille d’émojis n’est pas coupée en deux', () => {
    const compose = composerSms({ de: 'Aubevive', texte: '👨‍👩‍👧'.repeat(60), lien: LIEN }, 1);
    const dit = compose.slice('Aubevive : '.length, compose.indexOf('...'));
    expect(dit.replaceAll('👨‍👩‍👧', '')).toBe('');
    expect(dit).not.toBe('');
  });
});
