import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as lectureEntiere from '../../functions/interactions/interaction.courriel.ts';
import { TypePiece } from '../../functions/pieces/piece.ts';
import * as coffreEntier from '../../functions/platform/coffre.ts';
import { lireCommunes } from '../../lib/communes.ts';
import { empaqueter } from '../../lib/empaqueter.ts';
import { ecrireFiche } from '../../lib/fiche.ts';
import { brut, unCourriel } from '../atelier/courrier.ts';
import * as sdkEntier from '../atelier/sdk.ts';

const MODULES = {
  coffre: 'functions/platform/coffre.ts',
  courriel: 'functions/interactions/interaction.courriel.ts',
  sdk: 'test/atelier/sdk.ts',
  api: 'functions/commune/decrire-api.ts',
};

const RACINE = path.resolve(import.meta.dirname, '../..');
const dossier = mkdtempSync(path.join(tmpdir(), 'allegements-'));
const [commune] = lireCommunes(RACINE);
/** The module as it is deployed, far from node_modules. */
const leger = <M>(nom: keyof typeof MODULES): M =>
  createRequire(import.meta.url)(path.join(dossier, nom, 'index.js')) as M;

beforeAll(async () => {
  if (!commune) throw new Error('aucune commune');
  process.env.COMMUNE = ecrireFiche(dossier, commune);
  process.env.AWS_REGION = 'eu-west-3';
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  await empaqueter(
    Object.entries(MODULES).map(([nom, fichier]) => ({ nom, fichier })),
    dossier,
  );
}, 120_000);
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

/** Both must write the same hour. */
const arreterLHorloge = () => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T10:00:00Z') });
afterEach(() => vi.useRealTimers());

describe('un courriel lu par un paquet allégé', () => {
  const lettre = (entetes: string[], corps: string) =>
    brut(
      'From: =?iso-8859-1?Q?Zo=E9?= <zoe@exemple.test>',
      'Subject: =?utf-8?B?w6l0w6k=?=',
      ...entetes,
      '',
      corps,
    );

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    [
      'utf-8',
      () => lettre(['Content-Type: text/plain; charset=utf-8'], Buffer.from('été « € »').toString('latin1')),
    ],
    ['iso-8859-1', () => lettre(['Content-Type: text/plain; charset=iso-8859-1'], '\xe9t\xe9')],
    ['iso-8859-15', () => lettre(['Content-Type: text/plain; charset=iso-8859-15'], '12 \xa4 \xbd')],
    ['windows-1252', () => lettre(['Content-Type: text/plain; charset=windows-1252'], 'l\x92\x80 \x8c')],
    [
      'utf-16',
      () =>
        lettre(
          ['Content-Type: text/plain; charset=utf-16le', 'Content-Transfer-Encoding: base64'],
          Buffer.from('été', 'utf16le').toString('base64'),
        ),
    ],
    ['macintosh', () => lettre(['Content-Type: text/plain; charset=macintosh'], '\x8et\x8e')],
    ['koi8-r', () => lettre(['Content-Type: text/plain; charset=koi8-r'], '\xf0\xd2\xc9')],
    ['iso-2022-jp', () => lettre(['Content-Type: text/plain; charset=iso-2022-jp'], '\x1b$BEl5~\x1b(B')],
    ['inconnu', () => lettre(['Content-Type: text/plain; charset=x-martien'], 'abc')],
    [
      'cité-imprimable',
      () =>
        lettre(
          ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
          '=C3=A9t=C3=A9 =\r\nsuite',
        ),
    ],
    [
      'HTML seul',
      () =>
        lettre(
          ['Content-Type: text/html; charset=utf-8'],
          '<p>L&rsquo;&eacute;t&eacute;&nbsp;: 3&euro;</p><ul><li>&laquo;un&raquo;</li></ul>&#8230;&OElig;',
        ),
    ],
    [
      'avec pièces',
      () =>
        unCourriel({
          from: 'a@exemple.test',
          text: 'voici',
          html: '<b>voici</b>',
          attachments: [
            { filename: 'été.pdf', content: Buffer.from('%PDF-1.4') },
            { filename: 'i.png', content: Buffer.alloc(9), cid: 'x' },
          ],
        }),
    ],
  ])('dit la même chose : %s', async (_, faire) => {
    const octets = await faire();
    const enveloppe = { source: 'zoe@exemple.test', destination: ['mairie@aubevive.example'] };
    const lu = await leger<typeof lectureEntiere>('courriel').lireCourriel(octets, enveloppe);
    expect(lu).toEqual(await lectureEntiere.lireCourriel(octets, enveloppe));
    expect(lu.objet + lu.texte).toMatch(/.{3}/);
  });
});

describe('un fichier reconnu par un paquet allégé', () => {
  const octets = (...debut: (string | number[])[]) =>
    Buffer.concat([
      ...debut.map((un) => (typeof un === 'string' ? Buffer.from(un, 'latin1') : Buffer.from(un))),
      Buffer.alloc(600),
    ]);
  const png = readFileSync(path.join(RACINE, 'node_modules/pdfkit/package.json')).subarray(0, 0);

  it.each([
    ['PDF', octets('%PDF-1.7\n')],
    ['JPEG', octets([0xff, 0xd8, 0xff, 0xe0])],
    ['JPEG-LS', octets([0xff, 0xd8, 0xff, 0xf7])],
    [
      'PNG',
      octets([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [...Array(17).keys()], [0, 0, 0, 1], 'IDAT'),
    ],
    ['PNG animé', octets([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 8], 'acTL')],
    ['WebP', octets('RIFF', [9, 0, 0, 0], 'WEBPVP8 ')],
    ['HEIC', octets([0, 0, 0, 24], 'ftypheic')],
    ['HEIF', octets([0, 0, 0, 24], 'ftypmif1')],
    ['AVIF', octets([0, 0, 0, 24], 'ftypavif')],
    ['MP4', octets([0, 0, 0, 24], 'ftypisom')],
    ['WAV', octets('RIFF', [9, 0, 0, 0], 'WAVEfmt ')],
    ['ZIP', octets('PK\x03\x04', [20, 0])],
    ['gzip', octets([0x1f, 0x8b, 8, 0])],
    ['GIF', octets('GIF89a')],
    ['TIFF', octets('II*\0', [8, 0, 0, 0])],
    ['BMP', octets('BM')],
    ['programme', octets('MZ')],
    ['MP3', octets('ID3', [3, 0, 0, 0, 0, 0, 0], [0xff, 0xfb])],
    ['RTF', octets('{\\rtf1')],
    ['HTML', octets('<!doctype html><p>bonjour</p>')],
    ['XML', octets('<?xml version="1.0"?><svg/>')],
    ['texte', octets('bonjour')],
    ['PDF après une marque d’Unicode', octets([0xef, 0xbb, 0xbf], '%PDF-1.7')],
    ['rien', png],
  ])('est accepté ou refusé de même : %s', async (_, contenu) => {
    const accepte = (type: string | undefined) => TypePiece.safeParse(type).data;
    const [entier, allege] = [
      await sdkEntier.typeDe(contenu),
      await leger<typeof sdkEntier>('sdk').typeDe(contenu),
    ];
    expect(accepte(allege)).toBe(accepte(entier));
  });
  it('l’est de chaque type d’une pièce', async () => {
    const source = readFileSync(path.join(dossier, 'sdk/index.js'), 'utf8');
    for (const type of TypePiece.options) expect(source).toContain(type);
  });
});

describe('le SDK allégé', () => {
  it('demande et comprend la même chose que l’entier, jusqu’à la signature', async () => {
    arreterLHorloge();
    const entier = await sdkEntier.parler();
    expect(await leger<typeof sdkEntier>('sdk').parler()).toEqual(entier);
    expect(entier.annule.issue).toMatchObject({ erreur: { nom: 'TransactionCanceledException' } });
    expect(entier.perdu.issue).toMatchObject({ erreur: { nom: 'NoSuchKey' } });
    expect(entier.rendu.issue).toEqual({ resultat: 'du texte' });
  });
  it('signe les mêmes adresses de fichiers', async () => {
    arreterLHorloge();
    const [entier, allege] = [coffreEntier, leger<typeof coffreEntier>('coffre')].map(({ coffre }) =>
      coffre('seau'),
    );
    const fichier = { nom: 'été & hiver.pdf', type: 'application/pdf' };
    expect(await allege?.adresseLecture('pieces/a', fichier)).toBe(
      await entier?.adresseLecture('pieces/a', fichier),
    );
    const envoi = { type: 'image/jpeg', octets: 1200 };
    expect(await allege?.adresseEnvoi('depots/a', envoi)).toBe(await entier?.adresseEnvoi('depots/a', envoi));
  });
});

it('l’action qui décrit l’API la décrit encore, une fois empaquetée', async () => {
  Object.assign(process.env, { TABLE: 'aucune', ADRESSE: 'http://localhost:3000' });
  const { handler } = leger<{ handler: (evenement: object, contexte: object) => Promise<{ body: string }> }>(
    'api',
  );
  const evenement = {
    headers: {},
    routeKey: 'GET /openapi.json',
    requestContext: { http: { method: 'GET', sourceIp: '192.0.2.1' } },
  };
  const { body } = await handler(evenement, {});
  expect(JSON.parse(body).paths['/demandes'].post.requestBody).toBeDefined();
});
