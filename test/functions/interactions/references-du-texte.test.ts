import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceDe } from '../../../functions/demandes/reference.ts';
import { referencesDuTexte } from '../../../functions/interactions/lecture.ts';

const mots = fc.array(fc.constantFrom('pour', 'dans', 'suivi', 'avec', 'ma', 'été', '2026', 'réf.', 'n°'));
const phrase = fc.record({
  reference: fc.uint8Array({ minLength: 7, maxLength: 7 }).map(referenceDe),
  avant: mots,
  apres: mots,
  entre: fc.constantFrom('-', '', ' ', '\u00a0', '\u202f', '–', '—', '\u2011', '.', '_', ' - ', '- ', '\n'),
  bord: fc.constantFrom('?', '(?)', '«\u00a0?\u00a0»', '_?_', '*?*,', '?.', '#?'),
});

describe('une référence dans une phrase', () => {
  it('se trouve où qu’elle soit, comme on l’écrit d’habitude', () => {
    fc.assert(
      fc.property(phrase, ({ reference, avant, apres, entre, bord }) => {
        const ecrite = bord.replace('?', reference.replace('-', entre));
        const texte = [...avant, ecrite, ...apres].join(' ');
        expect(referencesDuTexte(texte)).toContain(reference);
        expect(referencesDuTexte(texte.toLowerCase())).toContain(reference);
      }),
    );
  });
});
