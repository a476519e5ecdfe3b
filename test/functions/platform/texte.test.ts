import fc from 'fast-check';
import { expect, it } from 'vitest';
import { couper } from '../../../functions/platform/texte.ts';

it('un texte court reste ce qu’il est', () => {
  expect(couper('Une branche menace de tomber', 80)).toBe('Une branche menace de tomber');
});

it.each([
  ['un émoji', `${'a'.repeat(79)}😡`, 'a'.repeat(79)],
  ['une famille', `${'a'.repeat(75)}👨‍👩‍👧‍👦`, 'a'.repeat(75)],
  ['un drapeau', `${'a'.repeat(78)}🇫🇷`, 'a'.repeat(78)],
  ['un accent à part', `${'a'.repeat(79)}e\u0301`, 'a'.repeat(79)],
])('%s ne se coupe pas en deux', (_, texte, attendu) => {
  expect(couper(texte, 80)).toBe(attendu);
});

it('la marque de ce qui manque compte dans la longueur', () => {
  expect(couper('Nid-de-poule devant la mairie', 12, '…')).toBe('Nid-de-poul…');
});

it('une moitié de signe est réparée', () => {
  expect(couper('a\ud800b', 80)).toBe('a\ufffdb');
});

const signes = fc.string({
  unit: fc.oneof(fc.constantFrom('\ud83d', '\ude21', '\u200d', '\u0301'), fc.string({ unit: 'binary' })),
  maxLength: 300,
});

it('quel que soit le texte, ce qui reste est entier, assez court, et son début', () => {
  fc.assert(
    fc.property(signes, fc.nat(200), (texte, max) => {
      const coupe = couper(texte, max);
      expect(coupe.isWellFormed()).toBe(true);
      expect(coupe.length).toBeLessThanOrEqual(max);
      expect(texte.toWellFormed().startsWith(coupe)).toBe(true);
      expect(coupe.length).toBeGreaterThanOrEqual(Math.min(texte.length, max - 64));
    }),
  );
});

it('un accent répété mille fois ne fait pas perdre le reste', () => {
  expect(couper(`a${'\u0301'.repeat(1000)}`, 500)).toHaveLength(500);
});
