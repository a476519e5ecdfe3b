import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reference, referenceDe } from '../../../functions/demandes/reference.ts';

const aleas = fc.uint8Array({ minLength: 7, maxLength: 7 });
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('une référence', () => {
  it('se relit comme on la dit au téléphone : minuscules, espaces, O pour zéro, I et L pour un', () => {
    fc.assert(
      fc.property(aleas, (octets) => {
        const reference = referenceDe(octets);
        const dite = reference.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l').replace('-', ' ');
        return Reference.parse(dite) === reference;
      }),
    );
  });

  it('refuse toute lettre changée', () => {
    fc.assert(
      fc.property(aleas, fc.nat(7), fc.integer({ min: 1, max: 31 }), (octets, place, ecart) => {
        const lettres = [...referenceDe(octets).replace('-', '')];
        lettres[place] = ALPHABET[(ALPHABET.indexOf(lettres[place] ?? '0') + ecart) % 32] ?? '0';
        return !Reference.safeParse(lettres.join('')).success;
      }),
    );
  });

  it('dit comment elle s’écrit quand elle est mal écrite', () => {
    expect(Reference.safeParse('K7M2').error?.issues[0]?.message).toContain('8 caractères');
  });

  it('donne en exemple une référence qui se laisse taper', () => {
    const phrase = Reference.safeParse('K7M2').error?.issues[0]?.message ?? '';
    const exemple = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(phrase)?.[0] ?? '';
    expect(Reference.safeParse(exemple).success).toBe(true);
  });
});
