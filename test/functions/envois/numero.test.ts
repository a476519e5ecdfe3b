import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type MetadataJson, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { describe, expect, it } from 'vitest';
import {
  lireNumero,
  lireNumeroDe,
  mobileDe,
  portableFrancais,
  smsPossible,
} from '../../../functions/envois/numero.ts';
import { indicatifsDe } from '../../../lib/indicatifs.ts';

const plans = (genre: 'max' | 'mobile'): string =>
  readFileSync(createRequire(import.meta.url).resolve(`libphonenumber-js/metadata.${genre}.json`), 'utf8');

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

  it.each(['04 90 00 00 00', '3949', '+33 1 40 00 00 00', 'bonjour'])('%s n’en reçoit pas', (saisie) => {
    expect(mobileDe(saisie, 'metropole')).toBeUndefined();
  });

  it('d’un pays voisin ne reçoit pas de code', () => {
    expect(portableFrancais('+49 1512 3456789', 'alsace-moselle')).toBe(false);
    expect(portableFrancais('06 39 98 10 15', 'alsace-moselle')).toBe(true);
  });
});

describe('un numéro se lit par les plans de numérotation de tous les pays', () => {
  it.each([
    ['0692 12 34 56', 'metropole', '+262692123456'],
    ['0693 99 12 34', 'metropole', '+262693991234'],
    ['0639 12 34 56', 'metropole', '+262639123456'],
    ['06 39 98 10 01', 'mayotte', '+33639981001'],
    ['0690 30 12 34', 'la-reunion', '+590690301234'],
    ['0691 50 00 00', 'metropole', '+590691500000'],
    ['0694 20 00 00', 'metropole', '+594694200000'],
    ['0696 20 00 00', 'metropole', '+596696200000'],
    ['0697 20 00 00', 'metropole', '+596697200000'],
    ['06 12 34 56 78', 'la-reunion', '+33612345678'],
    ['0262 12 34 56', 'metropole', '+262262123456'],
    ['0269 61 12 34', 'metropole', '+262269611234'],
    ['0590 12 34 56', 'metropole', '+590590123456'],
    ['0594 12 34 56', 'metropole', '+594594123456'],
    ['0596 12 34 56', 'metropole', '+596596123456'],
    ['0976 22 34 56', 'metropole', '+262976223456'],
    ['0508 41 12 34', 'metropole', '+508411234'],
    ['+33 6 92 12 34 56', 'metropole', '+262692123456'],
    ['+262 6 12 34 56 78', 'metropole', '+33612345678'],
    ['+33 (0)6 12 34 56 78', 'metropole', '+33612345678'],
    ['0032 470 12 34 56', 'metropole', '+32470123456'],
    ['+221 77 123 45 67', 'metropole', '+221771234567'],
    ['75 12 34', 'nouvelle-caledonie', '+687751234'],
    ['72 12 34', 'wallis-et-futuna', '+681721234'],
    ['87 12 34 56', 'polynesie-francaise', '+68987123456'],
  ] as const)('%s, depuis %s', (saisie, calendrier, numero) => {
    expect(lireNumero(saisie, calendrier)).toMatchObject({ numero });
  });

  it.each([
    ['75 12 34', '+687 75 12 34 (Nouvelle-Calédonie), ou +508 75 12 34 (Saint-Pierre-et-Miquelon)'],
    ['87 12 34 56', '+689 87 12 34 56 (Polynésie française)'],
    ['32 470 12 34 56', '+32 470123456 (Belgique)'],
    ['33 6 12 34 56 78', '06 12 34 56 78'],
    ['6 12 34 56 78', '06 12 34 56 78'],
  ])('%s, de France, se demande au lieu de se deviner', (saisie, offre) => {
    const lu = lireNumero(saisie, 'metropole');
    expect('phrase' in lu && lu.phrase.replace(/\u00a0/g, ' ')).toContain(offre);
  });

  it.each(['06 12 34 56 7', '+33 6 12', '+32 1', '+999 12 34 56 78', '3949', '', '+'])(
    '%s ne sonne nulle part',
    (saisie) => {
      expect(lireNumero(saisie, 'metropole')).toHaveProperty('phrase');
    },
  );

  it.each([
    ['0470 12 34 56', 'Belgique', /\+32 470123456 \(Belgique\), ou 04 70 12 34 56/],
    ['078 123 45 67', 'suisse', /\+41 781234567 \(Suisse\), ou 07 81 23 45 67/],
    ['0151 23456789', 'Allemagne', /^\+4915123456789$/],
    ['+33 6 12 34 56 78', 'Belgique', /^\+33612345678$/],
    ['06 39 98 10 01', 'Atlantide', /^\+33639981001$/],
  ])('%s, de qui habite %s', (saisie, pays, attendu) => {
    const lu = lireNumeroDe(saisie, { calendrier: 'metropole', pays });
    expect(('phrase' in lu ? lu.phrase : lu.numero).replace(/\u00a0/g, ' ')).toMatch(attendu);
  });

  it('se lit outre-mer comme la bibliothèque, d’où qu’on l’écrive', () => {
    const attendus = Array.from({ length: 90_000 }, (_, rang) => `${10_000 + rang}5050`).flatMap(
      seulOutreMer,
    );
    expect(attendus.length).toBeGreaterThan(500);
    for (const { ligne, numero } of attendus)
      expect(lireNumero(`0${ligne}`, 'metropole')).toMatchObject({ numero });
  });

  it.each([
    ['+262692123456', true],
    ['+33612345678', true],
    ['+33490000000', false],
    ['+687751234', false],
    ['+68987123456', false],
    ['+508708451234', false],
    ['+681721234', false],
    ['+32470123456', false],
    ['+41781234567', false],
    ['+12025550100', false],
    ['+352621123456', false],
  ])('un SMS vers %s : %s', (numero, attendu) => {
    expect(smsPossible(numero)).toBe(attendu);
  });
});

const COMPLETS: MetadataJson = JSON.parse(plans('max'));
const CODES = { GP: 590, MQ: 596, GF: 594, RE: 262, YT: 262 } as const;
const OUTRE_MER = ['GP', 'MQ', 'GF', 'RE', 'YT'] as const;
const valide = (ligne: string, pays: keyof typeof CODES): boolean =>
  parsePhoneNumberFromString(ligne, pays, COMPLETS)?.isValid() === true;

/** No other digits begin a number of overseas; Guyane claims boxes of its neighbours. */
const seulOutreMer = (ligne: string): { ligne: string; numero: string }[] => {
  const [pays, autre] = !/^(26|59|6[39]|70|9[347])/.test(ligne)
    ? []
    : OUTRE_MER.filter((un) => valide(ligne, un));
  return pays && !autre ? [{ ligne, numero: `+${CODES[pays]}${ligne}` }] : [];
};

describe('les indicatifs', () => {
  it('sont ceux de la bibliothèque : sinon, relancez bin/indicatifs.ts', () => {
    expect(readFileSync('functions/envois/indicatifs.ts', 'utf8')).toBe(
      indicatifsDe({ mobiles: plans('mobile'), complets: plans('max') }),
    );
  });
});
