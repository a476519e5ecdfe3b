import { describe, expect, it } from 'vitest';
import { lireCourriel } from '../../../functions/interactions/interaction.courriel.ts';
import { texteDuHtml } from '../../../functions/interactions/interaction.html.ts';
import { lireTnef } from '../../../functions/interactions/interaction.tnef.ts';
import { auteurDuTransfert } from '../../../functions/interactions/interaction.transfert.ts';
import { brut, unCourriel } from '../../atelier/courrier.ts';

const DE = 'From: Lou Inventé <lou@sauge.example>';
const lire = async (...lignes: string[]) => lireCourriel(brut(...lignes), { destination: [] });
const utf8 = (texte: string): string => Buffer.from(texte).toString('latin1');
const enHtml = (html: string): string => texteDuHtml(html).texte;

describe('les mots d’un courriel', () => {
  it('se lisent dans l’alphabet de leur partie, pas dans ce que dit son HTML', async () => {
    const lu = await lire(
      DE,
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary=B',
      '',
      '--B',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Un r=C3=A9verb=C3=A8re cass=C3=A9.',
      '--B',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<meta content=3D"text/html; charset=3Dx-rien"><p>Un r=C3=A9verb=C3=A8re cass=C3=A9.</p>',
      '--B--',
    );
    expect(lu).toMatchObject({ texte: 'Un réverbère cassé.', illisible: false });
  });

  it.each([
    ['sans alphabet dit, comme autrefois', [DE, 'Content-Type: text/plain', '', 'caf\xe9'], false],
    [
      'en latin-9 d’un vieux programme',
      [DE, 'Content-Type: text/plain; charset=ISO8859-15', '', 'caf\xe9'],
      false,
    ],
    ['en cp1252', [DE, 'Content-Type: text/plain; charset=cp1252', '', 'caf\xe9'], false],
    [
      'dans un alphabet inconnu, au mieux et en le disant',
      [DE, 'Content-Type: text/plain; charset=x-lune', '', 'caf\xe9'],
      true,
    ],
    [
      'dans un alphabet qui ment, au mieux et en le disant',
      [DE, 'Content-Type: text/plain; charset=utf-8', '', 'caf\xe9'],
      true,
    ],
  ] as const)('se lisent %s', async (_, lignes, illisible) => {
    expect(await lire(...lignes)).toMatchObject({ texte: 'café', illisible });
  });

  it('se lisent au texte simple, ou au HTML quand le simple n’est qu’une pancarte', async () => {
    const html = '<p>Le portail du square ferme mal, il a blessé quelqu’un hier soir vers huit heures.</p>';
    const lu = async (text: string) =>
      (await lireCourriel(await unCourriel({ from: 'lou@sauge.example', text, html }), { destination: [] }))
        .texte;
    expect(await lu('Le portail.')).toBe('Le portail.');
    expect(await lu('Votre messagerie ne lit pas le HTML.')).toContain('blessé quelqu’un');
  });

  it.each([
    [
      'les entités',
      '&Eacute;t&eacute; &agrave; l&rsquo;&oelig;uvre, 3&deg; &frac12; &#8364; &iuml;',
      'Été à l’œuvre, 3° ½ € ï',
    ],
    ['ce qui n’est pas une balise', 'moins de 3 < 4 et a<b', 'moins de 3 < 4 et a'],
    [
      'les cellules',
      '<table><tr><td>Nom</td><td>Lou</td></tr><tr><th>Âge</th><td>8</td></tr></table>',
      'Nom | Lou\nÂge | 8',
    ],
    ['les liens', '<a href="https://sauge.example/p">le plan</a>', 'le plan (https://sauge.example/p)'],
    [
      'une adresse une seule fois',
      '<a href="mailto:lou@sauge.example">lou@sauge.example</a>',
      'lou@sauge.example',
    ],
    ['les images par leurs mots', '<img src="cid:a" alt="le trou">', '[le trou]'],
    ['les listes', '<ul><li>un</li><li>deux</li></ul>', '- un\n- deux'],
    ['les citations par leurs marques', '<p>Oui.</p><blockquote>Quand ?</blockquote>', 'Oui.\n> Quand ?'],
    [
      'ce que l’on voit seulement',
      '<!-- non --><div style="DISPLAY : none">non</div><span style=\'font-size:0px\'>non</span><p style="font-size:0.9em">oui</p><style>non</style>',
      'oui',
    ],
    [
      'la fin, après une image écrite dans la page',
      `début <img src="data:image/png;base64,${'A'.repeat(500_000)}"> fin`,
      'début fin',
    ],
  ])('en HTML, gardent %s', (_, html, texte) => {
    expect(enHtml(html)).toBe(texte);
  });

  it('ne tiennent jamais un demi-signe', async () => {
    const lu = await lire(DE, 'Content-Type: text/html', '', '<p>&#xD83D; ici</p>');
    expect(lu.texte.isWellFormed()).toBe(true);
    expect(lu.texte).toContain('ici');
    const long = await lire(
      DE,
      `Subject: =?utf-8?B?${Buffer.from(`${'a'.repeat(199)}😀`).toString('base64')}?=`,
      '',
      'x',
    );
    expect(long.objet.isWellFormed()).toBe(true);
  });

  it('tiennent ceux d’un message joint, et son auteur', async () => {
    const dedans = await unCourriel({
      from: 'Nour Inventée <nour@sauge.example>',
      subject: 'Bruit',
      text: 'Le bar.',
    });
    const lu = await lireCourriel(
      await unCourriel({
        from: 'lou@sauge.example',
        text: 'Voyez.',
        attachments: [{ contentType: 'message/rfc822', content: dedans, filename: 'a.eml' }],
      }),
      { destination: [] },
    );
    expect(lu.texte).toMatch(
      /^Voyez\.\n\n-+ Message joint -+\nDe : Nour Inventée <nour@sauge\.example>[\s\S]*Le bar\.$/,
    );
    expect(auteurDuTransfert(lu)).toEqual({ de: 'nour@sauge.example', nom: 'Nour Inventée' });
    expect(lu.laissees).toEqual([]);
  });

  it.each([
    [
      'd’Outlook',
      '-----Message d’origine-----\nDe : Nour Inventée <nour@sauge.example>\nEnvoyé : jeudi\n\nUne benne.',
    ],
    [
      'de Gmail',
      '---------- Forwarded message ---------\nDe : Nour Inventée <nour@sauge.example>\nDate: jeu. 3 déc. 2026 à 09:41\nSubject: Benne\nTo: <mairie@valbrume.example>\n\nUne benne.',
    ],
    [
      'd’Apple',
      'Début du message réexpédié :\n\nDe: Nour Inventée <nour@sauge.example>\nObjet: Benne\nDate: 3 décembre 2026 à 09:41:00 UTC+1\nÀ: mairie@valbrume.example\n\nUne benne.',
    ],
    [
      'de Thunderbird',
      '-------- Message transféré --------\nSujet : Benne\nDate : Thu, 3 Dec 2026 09:41:00 +0100\nDe : Nour Inventée <nour@sauge.example>\nPour : mairie@valbrume.example\n\nUne benne.',
    ],
  ])('disent qui a d’abord écrit un transfert %s', async (_, texte) => {
    const lu = await lireCourriel(
      await unCourriel({
        from: 'agent@valbrume.example',
        subject: 'TR: Benne',
        text: `Pour suite.\n\n${texte}`,
      }),
      { destination: [] },
    );
    expect(auteurDuTransfert(lu)).toMatchObject({ de: 'nour@sauge.example', nom: 'Nour Inventée' });
  });
});

const UN_PDF = Buffer.from('%PDF-1.4\n%%EOF\n');
const joindre = async (attachments: object[], html?: string) => {
  const octets = await unCourriel({
    from: 'lou@sauge.example',
    text: 'Voici.',
    ...(html && { html }),
    attachments,
  });
  const { jointes, laissees, machine } = await lireCourriel(octets, { destination: [] });
  return { noms: jointes.map(({ nom }) => nom), laissees, machine };
};

describe('les fichiers d’un courriel', () => {
  it('restent, même posés dans le texte ; seule une petite image que la page montre est un ornement', async () => {
    const { noms } = await joindre(
      [
        { filename: 'bail.pdf', content: UN_PDF, contentDisposition: 'inline' },
        { filename: 'logo.png', cid: 'logo', content: Buffer.alloc(300), contentDisposition: 'inline' },
        { filename: 'trou.png', cid: 'autre', content: Buffer.alloc(300), contentDisposition: 'inline' },
      ],
      '<p>Voici <img src="cid:logo"></p>',
    );
    expect(noms.sort()).toEqual(['bail.pdf', 'trou.png']);
  });

  it('de même nom restent deux', async () => {
    const { noms } = await joindre([
      { filename: 'photo.jpg', content: UN_PDF },
      { filename: 'Photo.jpg', content: UN_PDF },
    ]);
    expect(noms).toEqual(['photo.jpg', 'Photo (2).jpg']);
  });

  it('ne comptent ni signature ni agenda', async () => {
    const { noms, laissees } = await joindre([
      { filename: 'smime.p7s', contentType: 'application/pkcs7-signature', content: 'x' },
      { filename: 'signature.asc', contentType: 'application/pgp-signature', content: 'x' },
      { filename: 'visite.ics', contentType: 'text/calendar; method=REQUEST', content: 'BEGIN:VCALENDAR' },
    ]);
    expect(noms).toEqual([]);
    expect(laissees).toEqual([expect.stringContaining('visite.ics')]);
  });

  it('sortent de winmail.dat, sous leur nom entier', async () => {
    const { noms, laissees } = await joindre([
      {
        filename: 'winmail.dat',
        contentType: 'application/ms-tnef',
        content: unTnef('acte de naissance.pdf', UN_PDF),
      },
    ]);
    expect({ noms, laissees }).toEqual({ noms: ['acte de naissance.pdf'], laissees: [] });
  });

  it('d’un winmail.dat abîmé ne font rien tomber', () => {
    const entier = unTnef('acte.pdf', UN_PDF);
    for (let fin = 0; fin < entier.length; fin++)
      expect(() => lireTnef(entier.subarray(0, fin))).not.toThrow();
  });
});

/** As Outlook packs it: a mark, then attributes; the long name is a property in UTF-16. */
const unTnef = (nom: string, octets: Uint8Array): Buffer => {
  const attribut = (niveau: number, id: number, contenu: Uint8Array): Buffer => {
    const tete = Buffer.alloc(9);
    tete.writeUInt8(niveau, 0);
    tete.writeUInt16LE(id, 1);
    tete.writeUInt32LE(contenu.length, 5);
    return Buffer.concat([tete, contenu, Buffer.alloc(2)]);
  };
  const long = Buffer.from(`${nom}\0`, 'utf16le');
  const tete = Buffer.alloc(16);
  tete.writeUInt32LE(1, 0);
  tete.writeUInt32LE(0x3707001f, 4);
  tete.writeUInt32LE(1, 8);
  tete.writeUInt32LE(long.length, 12);
  const proprietes = Buffer.concat([tete, long, Buffer.alloc((4 - (long.length % 4)) % 4)]);
  return Buffer.concat([
    Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0, 0]),
    attribut(2, 0x9002, Buffer.alloc(14)),
    attribut(2, 0x8010, Buffer.from('ACTEDE~1.PDF\0')),
    attribut(2, 0x800f, octets),
    attribut(2, 0x9005, proprietes),
  ]);
};

describe('un courriel fait pour user le lecteur', () => {
  it.each([
    ['de lignes d’une lettre', 'text/plain', 'a\n'.repeat(500_000)],
    ['de lignes vides', 'text/plain', '\n'.repeat(1_000_000)],
    ['de balises emboîtées', 'text/html', '<div>'.repeat(60_000)],
    ['de cellules', 'text/html', `<tr>${'<td>a</td>'.repeat(30_000)}`],
    ['de têtes de citation', 'text/plain', 'De : lou@sauge.example\n'.repeat(4_000)],
  ])('%s se lit en peu de temps', async (_, type, corps) => {
    const debut = performance.now();
    const lu = await lire(DE, `Content-Type: ${type}`, '', corps);
    expect(performance.now() - debut).toBeLessThan(5000);
    expect(lu.texte.length).toBeLessThan(101_000);
  });

  it('dit que la suite est dans l’original', async () => {
    expect((await lire(DE, '', 'a\n'.repeat(500_000))).texte).toContain('(La suite est dans l’original.)');
  });

  it('garde les mots de la langue de chacun', async () => {
    expect(
      (await lire(DE, 'Content-Type: text/plain; charset=utf-8', '', utf8('Ça va, Ștefan ? Đặng 😀'))).texte,
    ).toBe('Ça va, Ștefan ? Đặng 😀');
  });
});
