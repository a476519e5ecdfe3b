import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { nomDeFichier, typeAnnonce } from '../../../functions/pieces/fichier.ts';
import { typeDesOctets } from '../../../functions/pieces/fichier.type.ts';
import { TypePiece } from '../../../functions/pieces/piece.ts';
import { preparerPiece } from '../../../functions/pieces/preparer-piece.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { unePhoto } from '../../atelier/fichiers.ts';
import { LUNDI, unLieu } from '../../atelier/monde.ts';

const ascii = (texte: string): Buffer => Buffer.from(texte, 'latin1');
const heif = (marque: string, ...compatibles: string[]): Buffer => {
  const corps = ascii(`ftyp${marque}\0\0\0\0${compatibles.join('')}`);
  const taille = Buffer.alloc(4);
  taille.writeUInt32BE(corps.length + 4);
  return Buffer.concat([taille, corps, Buffer.alloc(64)]);
};

describe('un fichier se reconnaît à ses octets', () => {
  it.each([
    ['un PDF', ascii('%PDF-1.7\n...'), 'application/pdf'],
    ['un PDF après une marque d’ordre', Buffer.from('\ufeff%PDF-1.4\n'), 'application/pdf'],
    [
      'un PDF d’imprimante',
      ascii('\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n%PDF-1.5\n'),
      'application/pdf',
    ],
    ['un PDF après mille octets', ascii(`${'\n'.repeat(1000)}%PDF-1.5\n`), 'application/pdf'],
    ['un PNG', unePhoto().buffer, 'image/png'],
    ['un JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex'), 'image/jpeg'],
    ['un HEIC', heif('heic', 'mif1', 'heic'), 'image/heic'],
    ['un HEIX', heif('heix', 'mif1'), 'image/heic'],
    ['une suite HEVC', heif('hevc', 'msf1', 'hevc'), 'image/heic'],
    ['une suite HEVX', heif('hevx'), 'image/heic'],
    ['un mif1', heif('mif1', 'heic'), 'image/heif'],
    ['un msf1', heif('msf1', 'hevc'), 'image/heif'],
    ['un mif2', heif('mif2', 'heic'), 'image/heic'],
  ])('%s', async (_, octets, type) => {
    expect(await typeDesOctets(octets)).toBe(type);
  });

  it.each([
    ['une page', ascii('<!doctype html><script>alert(1)</script>')],
    ['un programme qui cite un PDF', ascii(`MZ${'\0'.repeat(60)}%PDF-1.4`)],
    ['une archive qui cite un PDF', ascii(`PK\x03\x04${'\0'.repeat(60)}%PDF-1.4`)],
    ['un PDF qui commence trop tard', ascii(`${' '.repeat(1100)}%PDF-1.4`)],
    ['un film', heif('isom', 'iso2', 'mp41')],
    ['un début de PDF', ascii('%PD')],
    ['rien', Buffer.alloc(0)],
  ])('et le reste se refuse : %s', async (_, octets) => {
    expect(await typeDesOctets(octets)).toBeUndefined();
  });

  it('quels que soient ses octets, ne fait jamais de panne', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (octets) => {
        const type = await typeDesOctets(octets);
        expect(type === undefined || TypePiece.safeParse(type).success).toBe(true);
      }),
    ));
});

describe('un nom de fichier', () => {
  it.each([
    ['page.html', 'application/pdf', 'page.pdf'],
    ['appli.hta', 'image/png', 'appli.png'],
    ['facture.pdf.exe', 'application/pdf', 'facture.pdf'],
    ['facture\u202efdp.exe', 'application/pdf', 'facturefdp.pdf'],
    ['a\0b.pdf', 'application/pdf', 'ab.pdf'],
    ['....', 'application/pdf', 'fichier.pdf'],
    ['\u200b', 'image/jpeg', 'fichier.jpg'],
    ['', 'image/webp', 'fichier.webp'],
    ['CON', 'application/pdf', 'fichier-CON.pdf'],
    ['nul.pdf', 'application/pdf', 'fichier-nul.pdf'],
    ['com1.jpg', 'image/jpeg', 'fichier-com1.jpg'],
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['C:\\Docs\\scan.PDF', 'application/pdf', 'scan.pdf'],
    ['IMG_0001.HEIC', 'image/heic', 'IMG_0001.heic'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
    ['photo.jpeg', 'image/png', 'photo.png'],
    ['a<b>:"c|?*.pdf', 'application/pdf', 'a-b-c-.pdf'],
    ['Scan du 12.03', 'application/pdf', 'Scan du 12.03.pdf'],
    ['M. Dupont', 'application/pdf', 'M. Dupont.pdf'],
    ['Zoe\u0301 à l’école 🏫.pdf', 'application/pdf', 'Zoé à l’école 🏫.pdf'],
  ] as const)('%j, de type %s, se garde %s', (nom, type, attendu) => {
    expect(nomDeFichier(nom, type)).toBe(attendu);
  });

  it('trop long se coupe entre deux signes, et garde son extension', () => {
    const nom = nomDeFichier(`${'👨‍👩‍👧‍👦'.repeat(300)}.pdf`, 'application/pdf');
    expect(Buffer.byteLength(nom)).toBeLessThanOrEqual(210);
    expect(nom).toMatch(/^(👨‍👩‍👧‍👦)+\.pdf$/u);
  });

  it('quel qu’il soit, se lit et dit le type de ses octets', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom(...TypePiece.options),
        (nom, type) => {
          const garde = nomDeFichier(nom, type);
          expect(garde.isWellFormed()).toBe(true);
          expect(Buffer.byteLength(garde)).toBeLessThanOrEqual(210);
          expect(garde).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069<>:"|?*\\/]|^\.|\n/u);
          expect(garde).toMatch(/[^.\s]\.(pdf|jpe?g|jpe|jfif|png|webp|hei[cf]|hif)$/);
          expect(nomDeFichier(garde, type)).toBe(garde);
        },
      ),
    );
  });
});

describe('un type annoncé', () => {
  it.each([
    ['application/pdf', 'a.pdf', 'application/pdf'],
    ['application/x-pdf', 'a.pdf', 'application/pdf'],
    ['image/jpg', 'a', 'image/jpeg'],
    ['image/pjpeg', 'a', 'image/jpeg'],
    ['Image/JPEG; charset=binary', 'a', 'image/jpeg'],
    ['', 'PHOTO.HEIC', 'image/heic'],
    ['application/octet-stream', 'photo.heic', 'image/heic'],
    ['application/octet-stream', 'photo', 'application/octet-stream'],
    ['', 'photo', 'application/octet-stream'],
    ['text/html', 'page.html', undefined],
    ['application/zip', 'a.zip', undefined],
  ])('%j pour %j', (type, nom, attendu) => {
    expect(typeAnnonce(type, nom)).toBe(attendu);
  });
});

describe('une adresse d’envoi', () => {
  let lieu: Lieu;
  beforeAll(async () => {
    Object.assign(process.env, { PIECES: 'pieces', AWS_REGION: 'eu-west-3' });
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' });
    lieu = await unLieu();
  });
  const preparer = (input: object) => perform(preparerPiece, { input, now: LUNDI }, lieu);

  it('se donne pour un nom de mille lettres, et un type que l’appareil ignore', async () => {
    const { envoi } = await preparer({ nom: `${'é'.repeat(1000)}.heic`, type: '', octets: 12 });
    expect(envoi.entetes).toEqual({ 'content-type': 'image/heic' });
  });

  it.each([
    [{ nom: 'vide.pdf', type: 'application/pdf', octets: 0 }, 'piece-vide'],
    [{ nom: 'film.mp4', type: 'video/mp4', octets: 12 }, 'piece-type-refuse'],
    [{ nom: 'lourd.pdf', type: 'application/pdf', octets: 99_000_000 }, 'piece-trop-lourde'],
  ])('se refuse d’une phrase : %o', async (input, code) => {
    await expect(preparer(input)).rejects.toMatchObject({ code });
  });
});
