import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imprimer, type Page } from '../../../functions/platform/papier.ts';
import { desPapiers, ouvrirPdf } from '../../atelier/papier.ts';

desPapiers();

const une = (page: Partial<Page> = {}): Page => ({
  entete: {
    nom: 'Commune d’Aubevive',
    adresse: ['1 place de la Fontaine', '84990 Aubevive'],
    telephone: '04 65 71 10 00',
    courriel: 'mairie@aubevive.example',
    accent: '#23527c',
  },
  titre: 'Accusé de réception',
  reperes: [{ nom: 'Référence', valeur: 'K7M2-9QX3' }],
  sections: [],
  carre: {
    contenu: 'https://aubevive.example/suivi/K7M2-9QX3',
    titre: 'Suivre votre demande',
    lignes: ['https://aubevive.example/suivi'],
  },
  ...page,
});
const lignes = (...dites: string[]) => une({ sections: [{ titre: 'Une section', lignes: dites }] });
const lire = async (page: Page) => {
  const lu = ouvrirPdf(await imprimer(page));
  return { ...lu, texte: lu.texte.replaceAll('\u00a0', ' ') };
};

/** The letters of these blocks, those that have a meaning. */
const bloc = (debut: number, fin: number) =>
  Array.from({ length: fin - debut + 1 }, (_, rang) => String.fromCodePoint(debut + rang)).filter((signe) =>
    /[\p{L}\p{M}]/u.test(signe),
  );

/** Any letter, any mark, of any alphabet. */
const lettre = fc
  .integer({ min: 0x20, max: 0x1ffff })
  .map((code) => (code >= 0xd800 && code <= 0xdfff ? ' ' : String.fromCodePoint(code)))
  .filter((signe) => /[\p{L}\p{M} ]/u.test(signe));

describe('un papier écrit tous les noms', () => {
  it('quelles que soient leurs lettres et leurs accents : aucune case vide', async () => {
    const noms = fc.sample(fc.array(lettre, { minLength: 1, maxLength: 12 }), 150).map((un) => un.join(''));
    const quelconques = fc.sample(fc.string({ unit: 'binary', maxLength: 20 }), 60);
    const { glyphes } = await lire(lignes(...noms, ...quelconques));
    expect(glyphes.length).toBeGreaterThan(1000);
    expect(glyphes).not.toContain(0);
  });

  it.each([
    ['latin', 0x20, 0x24f],
    ['latin phonétique', 0x250, 0x2af],
    ['signes diacritiques', 0x300, 0x36f],
    ['latin étendu et vietnamien', 0x1e00, 0x1eff],
    ['latin étendu C', 0x2c60, 0x2c7f],
    ['grec', 0x370, 0x3ff],
    ['grec polytonique', 0x1f00, 0x1fff],
    ['cyrillique', 0x400, 0x52f],
  ])('%s : chaque lettre est écrite, composée ou non', async (_, debut, fin) => {
    const lettres = bloc(debut, fin).filter((signe) => !/\p{Script=Coptic}/u.test(signe));
    const { glyphes, texte } = await lire(
      lignes(lettres.join(' '), lettres.map((signe) => signe.normalize('NFD')).join(' ')),
    );
    expect(glyphes).not.toContain(0);
    expect(texte).not.toContain('lettres latines');
    expect(texte).not.toContain('[?]');
  });

  it.each([
    'Ÿ',
    'Șerban Țîrlea',
    'Dvořák',
    'Ķēniņš',
    'Łukasz Żółć',
    'Nguyễn Thị Hương Ỹ',
    'Ǎi',
    'Əliyev',
    'Ɓaŋ',
    'Ŵyn',
    'Ǿrsted',
    'ɛ̃ɔ́',
    'M̧aj',
    'Ελένη Ἀθηνᾶ',
    'Щукина Ќ Ө',
    'o\u0302\u0309'.normalize('NFD'),
  ])('« %s » se lit tel qu’il a été écrit', async (nom) => {
    const { texte } = await lire(lignes(nom));
    for (const mot of nom.normalize('NFC').split(' '))
      expect(texte.replaceAll('\n', '').normalize('NFC')).toContain(mot);
    expect(texte).not.toContain('lettres latines');
  });

  it.each([
    ['محمد علوي', 'Mhmd ’Lwy'],
    ['שרה כהן', 'Srh Khhn'],
    ['Արամ', 'Aram'],
    ['გიორგი', 'Giorgi'],
    ['张伟', 'ZhangWei'],
    ['राम', 'Ram'],
    ['สมชาย', 'Smchay'],
    ['ⴰⵎⵉⵏⴰ', 'Amina'],
    ['ߓߊߓߊ', 'Baba'],
    ['김철수', 'GimCheolSu'],
  ])('« %s » est dit en lettres latines, et le papier le dit', async (nom, dit) => {
    const { texte, glyphes } = await lire(lignes(`Faite par ${nom}.`));
    expect(texte).toContain(`Faite par ${dit}.`);
    expect(texte.replaceAll('\n', ' ')).toContain('Écrit en lettres latines : ');
    expect(glyphes).not.toContain(0);
  });

  it('un émoji devient un mot, quel qu’il soit', async () => {
    const { texte, glyphes } = await lire(lignes('Devant la maternelle 😡😡 👩🏽‍🚒 🇫🇷 1️⃣ !'));
    expect(texte).toContain('Devant la maternelle [émoji] [émoji] [émoji]');
    expect(texte).toContain('Les émojis ne s’impriment pas.');
    expect(texte).not.toContain('lettres latines');
    expect(glyphes).not.toContain(0);
  });

  it('ce qui ne se voit pas ne s’imprime pas, et rien ne se perd', async () => {
    const { texte, glyphes } = await lire(lignes('A\u200bnne\u202e \u0000Roux\ud83d'));
    expect(texte).toContain('Anne  Roux?');
    expect(glyphes).not.toContain(0);
  });
});

describe('un papier', () => {
  it('est balisé, en français, avec ses polices et son titre, sans /CIDSet', async () => {
    const { clair } = await lire(lignes('Une ligne', '• une puce', 'Щ 张'));
    for (const marque of [
      '/StructTreeRoot',
      '/Marked true',
      '/Lang (fr-FR)',
      '<pdfuaid:part>1</pdfuaid:part>',
      '/DisplayDocTitle true',
      ...['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Figure'].map(
        (balise) => `/S /${balise}\n`,
      ),
      '/Artifact',
      '/Alt',
    ])
      expect(clair).toContain(marque);
    expect(clair).not.toContain('/CIDSet');
    expect(clair.match(/\/FontFile2/g)).toHaveLength(clair.match(/\/FontDescriptor\n/g)?.length ?? 0);
    expect(clair).toContain('AtkinsonHyperlegible');
  });

  it('dit de quoi il est la page, jusqu’à la dernière', async () => {
    const { texte } = await lire(lignes(...Array.from({ length: 90 }, (_, rang) => `• ligne ${rang}`)));
    expect(texte).toContain('Commune d’Aubevive – K7M2-9QX3 – page 1 sur 4');
    expect(texte).toContain('page 4 sur 4');
    for (const rang of [0, 89]) expect(texte).toContain(`ligne ${rang}`);
  });

  it.each([1, 60, 300])('garde entier un mot de %i lettres', async (longueur) => {
    const { texte } = await lire(une({ destinataire: ['Z'.repeat(longueur)] }));
    expect(texte.match(/Z/g)).toHaveLength(longueur);
  });
});
