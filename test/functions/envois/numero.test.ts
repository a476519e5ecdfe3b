import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { mobileDe, portableFrancais } from '../../../functions/envois/numero.ts';
import { indicatifsDe } from '../../../lib/indicatifs.ts';

describe('un numéro', () => {
  it.each([
    ['06 39 98 10 15', 'metropole', '+33639981015'],
    ['0639 98 10 15', 'alsace-moselle', '+33639981015'],
    ['+33 7 00 00 00 00', 'metropole', '+33700000000'],
    ['0692 12 34 56', 'la-reunion', '+262692123456'],
    ['0690 30 12 34', 'guadeloupe', '+590690301234'],
    ['79 12 34', 'nouvelle-caledonie', '+687791234'],
    ['+49 1512 3456789', 'alsace-moselle', '+4915123456789'],
    ['+41 78 123 45 67', 'metropole', '+41781234567'],
  ] as const)('%s, depuis %s, reçoit des SMS', (saisie, calendrier, attendu) => {
    expect(mobileDe(saisie, calendrier)).toBe(attendu);
  });

  it.each(['04 90 00 00 00', '3949', '+33 1 40 00 00 00', '+1 202 555 0100', 'bonjour'])(
    '%s n’en reçoit pas',
    (saisie) => {
      expect(mobileDe(saisie, 'metropole')).toBeUndefined();
    },
  );

  it('d’un pays voisin ne reçoit pas de code', () => {
    expect(portableFrancais('+49 1512 3456789', 'alsace-moselle')).toBe(false);
    expect(portableFrancais('06 39 98 10 15', 'alsace-moselle')).toBe(true);
  });
});

describe('les indicatifs', () => {
  it('sont ceux de la bibliothèque : sinon, relancez bin/indicatifs.ts', () => {
    const complets = createRequire(import.meta.url).resolve('libphonenumber-js/metadata.mobile.json');
    expect(readFileSync('functions/envois/indicatifs.ts', 'utf8')).toBe(
      indicatifsDe(readFileSync(complets, 'utf8')),
    );
  });
});
