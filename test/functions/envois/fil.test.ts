import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceDe } from '../../../functions/demandes/reference.ts';
import { entetesDuFil, filDe, identifiantCite, referencesDuFil } from '../../../functions/envois/fil.ts';

const commune = { domaine: 'mairie-aubevive.example' };
const reference = referenceDe(new Uint8Array([1, 2, 3, 4, 5, 6, 7]));
const autre = referenceDe(new Uint8Array([9, 9, 9, 9, 9, 9, 9]));

describe('le fil d’une demande', () => {
  it('se lit dans ce qu’il a écrit, quoi que les programmes mettent autour', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^<[a-z0-9.@]{1,30}>$/)), (autour) => {
        const entetes = [...autour, filDe(reference, commune), ...autour].join('\r\n ');
        expect(referencesDuFil(entetes, commune)).toEqual([reference]);
      }),
    );
  });
  it('dit d’abord la dernière demande nommée', () => {
    expect(referencesDuFil(`${filDe(autre, commune)} ${filDe(reference, commune)}`, commune)).toEqual([
      reference,
      autre,
    ]);
  });
  it('ne croit ni un autre domaine, ni une référence mal faite', () => {
    expect(referencesDuFil(filDe(reference, { domaine: 'ailleurs.example' }), commune)).toEqual([]);
    expect(referencesDuFil('<demande.AAAA-AAAB@mairie-aubevive.example>', commune)).toEqual([]);
  });
  it('ne cite qu’un identifiant que l’on peut citer, et jamais d’en-tête de plus', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (messageId) => {
        const { References = '' } = entetesDuFil({ demande: reference, enReponseA: messageId }, commune);
        expect(References).toMatch(/^[\x20-\x7e]{1,870}$/);
      }),
    );
    expect(identifiantCite(' <a@b> ')).toBe('<a@b>');
    expect(identifiantCite('<a@b>\r\nBcc: x@y')).toBeUndefined();
    expect(identifiantCite(`<${'a'.repeat(500)}@b>`)).toBeUndefined();
  });
  it('ne dit rien d’un e-mail qui ne parle d’aucune demande', () => {
    expect(entetesDuFil({ demande: '' }, commune)).toEqual({});
  });
});
