import { describe, expect, it } from 'vitest';
import { Contact } from '../../../functions/usagers/contact.ts';
import { courrielAEnvoyer, courrielDe } from '../../../functions/usagers/courriel.ts';
import { Courriel } from '../../../functions/usagers/usager.ts';

describe('une adresse e-mail', () => {
  it.each([
    ['nom@exemple.example', 'nom@exemple.example'],
    ['  Zoé.Aubépine@École.example\u200b ', 'zoé.aubépine@école.example'],
    ['zoe&fils@sauge.example', 'zoe&fils@sauge.example'],
    ['zoe!2/b+mairie@sauge.example', 'zoe!2/b+mairie@sauge.example'],
    ["o'neil@sauge.example", "o'neil@sauge.example"],
    ['"zoe aubepine"@sauge.example', '"zoe aubepine"@sauge.example'],
    [`${'a'.repeat(120)}@sauge.example`, `${'a'.repeat(120)}@sauge.example`],
    ['жанна@пример.испытание', 'жанна@пример.испытание'],
    ['a@sous.domaine.xn--cole-9oa.example', 'a@sous.domaine.xn--cole-9oa.example'],
  ])('inhabituelle est une adresse : %s', (saisie, attendu) => {
    expect(courrielDe(saisie)).toBe(attendu);
    expect(Courriel.parse(saisie)).toBe(attendu);
    expect(Contact.parse(saisie)).toMatchObject({ type: 'courriel', cle: attendu });
  });

  it.each([
    ...['zoe', 'zoe@', '@sauge.example', 'zoe@sauge', 'zoe@sauge.e', 'zoe@192.0.2.1', 'zoe..a@sauge.example'],
    ...[
      '.zoe@sauge.example',
      'zoe@-sauge.example',
      'zoe@sauge.example.',
      'zoe a@sauge.example',
      '<zoe@sauge.example>',
    ],
    ...['zoe@sauge.example, a@b.example', 'zoe@sauge.example\nBcc: a@b.example', 'zo\u202ee@sauge.example'],
    ...[
      'zo\ud800e@sauge.example',
      'zoe\0@sauge.example',
      `${'a'.repeat(300)}@sauge.example`,
      'z\u200be@sauge.example',
    ],
  ])('n’en est pas une : %j', (saisie) => {
    expect(courrielDe(saisie)).toBeUndefined();
    expect(Courriel.safeParse(saisie).success).toBe(false);
  });

  it('part sous le nom que le réseau donne à son domaine', () => {
    expect(courrielAEnvoyer('zoe@école.example')).toBe('zoe@xn--cole-9oa.example');
    expect(courrielAEnvoyer('zoe@sauge.example')).toBe('zoe@sauge.example');
  });
});
