import { beforeEach, describe, expect, it } from 'vitest';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { interactionStore } from '../../../functions/interactions/interaction.store.ts';
import { recevoirCourriel } from '../../../functions/interactions/recevoir-courriel.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { brut, desCoffres, unCourriel } from '../../atelier/courrier.ts';
import { deposer, LUNDI, unLieu, unParticulier } from '../../atelier/monde.ts';

let lieu: Lieu;
const fichiers = desCoffres();
beforeEach(async () => {
  fichiers.clear();
  lieu = await unLieu();
});

type Arrivee = {
  id?: string;
  source?: string;
  destination?: string[];
  receipt?: Record<string, { status: string }>;
  now?: Date;
};

/** A mail arrives as SES brings it: its bytes first, then its announcement. */
const recevoir = async (octets: Buffer, { id = crypto.randomUUID(), ...arrivee }: Arrivee = {}) => {
  const {
    source = 'zoe@exemple.test',
    destination = ['mairie@aubevive.example'],
    receipt,
    now = LUNDI,
  } = arrivee;
  fichiers.set(`entrants/${id}`, octets);
  const mail = { messageId: id, timestamp: now.toISOString(), source, destination };
  const input = { Records: [{ ses: { mail, ...(receipt && { receipt }) } }] };
  await perform(recevoirCourriel, { input, now, interne: true }, lieu);
  return id;
};
const lue = async (id: string) => (await interactionStore(ouvrirTable(lieu.base)).get(id)).valeur;
const aTrier = async () => (await interactionStore(ouvrirTable(lieu.base)).listATrier()).interactions;
const entiere = (reference: string | undefined) =>
  demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(reference));
const UN_PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const UNE_PHOTO = Buffer.concat([
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  Buffer.alloc(30_000),
]);
const DE = 'Zoé Fictif <zoe@exemple.test>';

describe('un courriel qui demande quelque chose', () => {
  it('devient une demande à qualifier, avec ses pièces, datée de son arrivée', async () => {
    const id = await recevoir(
      await unCourriel({
        from: DE,
        subject: 'RE: Banc cassé 🪑',
        text: 'Le banc du square est cassé.',
        attachments: [{ filename: '📷 été.png', content: UNE_PHOTO }],
      }),
    );
    const { demande, etat } = await lue(id);
    expect(etat).toBe('rattachee');
    const {
      lue: { valeur },
      messages,
      pieces,
    } = await entiere(demande);
    expect(valeur).toMatchObject({
      statut: 'a-qualifier',
      service: 'accueil',
      objet: 'Banc cassé 🪑',
      demarche: { id: 'demande-libre' },
      usager: { qualite: 'correspondant', nom: 'Zoé Fictif', courriel: 'zoe@exemple.test' },
      faits: [{ type: 'recue', canal: 'courriel', le: LUNDI.toISOString() }],
    });
    expect(messages).toMatchObject([
      { canal: 'courriel', texte: 'Le banc du square est cassé.', jointes: ['📷 été.png'] },
    ]);
    expect(pieces).toMatchObject([{ nom: '📷 été.png', type: 'image/png', octets: UNE_PHOTO.length }]);
    expect(fichiers.get(`pieces/${pieces[0]?.id}`)).toHaveLength(UNE_PHOTO.length);
    expect(await aTrier()).toEqual([]);
  });

  it('reçoit un accusé d’enregistrement : date, référence, code ; ni délai ni décision implicite', async () => {
    const id = await recevoir(await unCourriel({ from: DE, subject: 'Banc', text: 'Cassé.' }));
    const { accuse, envois } = await entiere((await lue(id)).demande);
    expect(accuse).toMatchObject({ nature: 'enregistrement', recueLe: LUNDI.toISOString() });
    expect(envois).toMatchObject([{ a: 'zoe@exemple.test', contenu: { type: 'enregistrement' } }]);
  });

  it('est le message auquel répondent ceux de la mairie', async () => {
    const message = { from: DE, subject: 'Banc', text: 'Cassé.', messageId: '<banc@exemple.test>' };
    const { lue: ouverte, envois } = await entiere(
      (await lue(await recevoir(await unCourriel(message)))).demande,
    );
    expect(envois).toMatchObject([{ enReponseA: '<banc@exemple.test>' }]);
    expect(ouverte.valeur.dernierCourriel).toBe('<banc@exemple.test>');
  });

  it('dit les fichiers qu’il n’a pas pu garder, et laisse l’ornement d’une signature', async () => {
    const id = await recevoir(
      await unCourriel({
        from: DE,
        subject: 'Dossier',
        text: 'Voici.',
        html: '<p>Voici. <img src="cid:logo"></p>',
        attachments: [
          {
            filename: 'winmail.dat',
            content: Buffer.from('78\x9f>"\x11'),
            contentType: 'application/ms-tnef',
          },
          { filename: 'acte.pdf', content: UN_PDF },
          { filename: 'faux.pdf', content: Buffer.from('MZ un programme') },
          { filename: 'vide.pdf', content: Buffer.alloc(0) },
          { filename: 'logo.png', cid: 'logo', content: UNE_PHOTO.subarray(0, 90) },
        ],
      }),
    );
    const { pieces, messages, accuse } = await entiere((await lue(id)).demande);
    expect(pieces.map(({ nom }) => nom)).toEqual(['acte.pdf']);
    expect(messages[0]?.refusees).toEqual([
      expect.stringContaining('faux.pdf'),
      expect.stringContaining('vide.pdf'),
      expect.stringContaining('winmail.dat'),
    ]);
    expect(accuse).toMatchObject({ fichiersRefuses: messages[0]?.refusees });
  });

  it('se lit quand il n’est qu’en HTML', async () => {
    const id = await recevoir(
      await unCourriel({
        from: DE,
        subject: 'HTML',
        html: '<style>p{}</style><p>J&rsquo;ai une fuite&nbsp;d&#39;eau.</p><p>Rue de l&eacute;cole</p><script>x</script>',
      }),
    );
    const { messages } = await entiere((await lue(id)).demande);
    expect(messages[0]?.texte).toBe("J’ai une fuite\u00a0d'eau.\nRue de lécole");
  });

  it('garde le texte d’un message transféré', async () => {
    const dedans = await unCourriel({
      from: 'tiers@exemple.test',
      subject: 'Dedans',
      text: 'Le bruit du bar',
    });
    const id = await recevoir(
      await unCourriel({
        from: DE,
        subject: 'Tr: bruit',
        text: 'Je vous transfère ceci.',
        attachments: [{ contentType: 'message/rfc822', content: dedans, filename: 'dedans.eml' }],
      }),
    );
    const {
      lue: { valeur },
      messages,
    } = await entiere((await lue(id)).demande);
    expect(valeur.objet).toBe('bruit');
    expect(messages[0]?.texte).toContain('Je vous transfère ceci.');
  });
});

const imbrique = (profondeur: number): string =>
  profondeur === 0
    ? 'Content-Type: text/plain\r\n\r\nau fond'
    : `Content-Type: multipart/mixed; boundary="b${profondeur}"\r\n\r\n--b${profondeur}\r\n${imbrique(profondeur - 1)}\r\n--b${profondeur}--`;

const MAUVAIS: [string, string, () => Buffer | Promise<Buffer>, Arrivee?][] = [
  ['sans expéditeur', 'sans-expediteur', () => brut('Subject: x', '', 'Bonjour')],
  ['à l’expéditeur mal écrit', 'sans-expediteur', () => brut('From: Zoé <zoe>', 'Subject: x', '', 'Bonjour')],
  ['vide', 'sans-expediteur', () => Buffer.alloc(0)],
  ['sans texte', 'sans-texte', () => brut('From: zoe@exemple.test', 'Subject: x', '', '')],
  ['à onze parties imbriquées', 'illisible', () => brut('From: zoe@exemple.test', imbrique(11))],
  [
    'à l’alphabet inconnu',
    'caracteres',
    () => brut('From: zoe@exemple.test', 'Content-Type: text/plain; charset=x-martien', '', 'ab\xe9c'),
  ],
  [
    'à l’alphabet menteur',
    'caracteres',
    () => brut('From: zoe@exemple.test', 'Content-Type: text/plain; charset=utf-8', '', 'b\xff\xc3('),
  ],
  [
    'aux en-têtes énormes',
    'illisible',
    () => brut('From: zoe@exemple.test', `X-Long: ${'a'.repeat(300_000)}`, '', 'Bonjour'),
  ],
  [
    'd’absence',
    'automatique',
    () =>
      unCourriel({
        from: DE,
        subject: 'Absent',
        text: 'Je suis absente.',
        headers: { 'Auto-Submitted': 'auto-replied' },
      }),
  ],
  [
    'de liste',
    'automatique',
    () =>
      unCourriel({
        from: DE,
        subject: 'Lettre',
        text: 'Lisez.',
        headers: { 'List-Id': '<lettre.exemple.test>' },
      }),
  ],
  [
    'en nombre',
    'automatique',
    () => unCourriel({ from: DE, subject: 'Promo', text: 'Achetez.', headers: { Precedence: 'bulk' } }),
  ],
  [
    'revenu',
    'automatique',
    () => unCourriel({ from: 'MAILER-DAEMON@exemple.test', subject: 'Undelivered', text: 'Échec.' }),
    { source: '' },
  ],
  [
    'de la mairie elle-même',
    'automatique',
    () => unCourriel({ from: 'mairie@aubevive.example', text: 'Boucle.' }),
  ],
  [
    'qui emprunte une adresse',
    'expediteur-douteux',
    () => unCourriel({ from: DE, text: 'Virez-moi tout.' }),
    { receipt: { dmarcVerdict: { status: 'FAIL' } } },
  ],
  [
    'porteur d’un virus',
    'dangereux',
    () => unCourriel({ from: DE, text: 'Ouvrez.' }),
    { receipt: { virusVerdict: { status: 'FAIL' } } },
  ],
  [
    'à une référence qui n’existe pas',
    'reference-inconnue',
    () => unCourriel({ from: DE, text: 'Bonjour' }),
    { destination: ['mairie+0000-0000@aubevive.example'] },
  ],
];

describe('un courriel', () => {
  it.each(MAUVAIS)('%s reste à trier (%s), avec son original, sans réponse', async (...cas) => {
    const [, raison, composer, arrivee] = cas;
    const id = await recevoir(await composer(), arrivee);
    expect(await aTrier()).toMatchObject([{ id, etat: 'a-trier', raison, original: `entrants/${id}` }]);
    expect(await lieu.base.list({ pk: 'FILE#accueil#ouverte', index: 'file' })).toEqual([]);
  });

  it('annoncé deux fois n’a qu’un effet', async () => {
    const octets = await unCourriel({ from: DE, subject: 'Banc', text: 'Cassé.' });
    const id = await recevoir(octets, { id: 'ses-1' });
    await recevoir(octets, { id });
    await Promise.all([recevoir(octets, { id }), recevoir(octets, { id })]);
    expect(await demandeStore(ouvrirTable(lieu.base)).listDuContact('zoe@exemple.test')).toHaveLength(1);
  });

  it('livré deux fois sous deux numéros n’a qu’un effet', async () => {
    const octets = await unCourriel({
      from: DE,
      subject: 'Banc',
      text: 'Cassé.',
      messageId: '<un@exemple.test>',
    });
    await Promise.all([recevoir(octets, { id: 'ses-1' }), recevoir(octets, { id: 'ses-2' })]);
    expect(await demandeStore(ouvrirTable(lieu.base)).listDuContact('zoe@exemple.test')).toHaveLength(1);
    expect([(await lue('ses-1')).etat, (await lue('ses-2')).etat].sort()).toEqual(['ecartee', 'rattachee']);
  });

  it('qui fait tomber son lecteur finit à trier, et n’est plus relu', async () => {
    const table = ouvrirTable(lieu.base);
    interactionStore(table).add({
      id: 'poison',
      canal: 'courriel',
      de: '',
      objet: '',
      texte: '',
      recueLe: LUNDI.toISOString(),
      original: 'entrants/poison',
      etat: 'recue',
      essais: 6,
    });
    await table.commit();
    await recevoir(Buffer.from('x'), { id: 'poison' });
    expect(await aTrier()).toMatchObject([{ id: 'poison', etat: 'a-trier', raison: 'illisible' }]);
  });

  it('dont l’original tarde est numéroté, visible, et lu plus tard', async () => {
    const now = LUNDI;
    const mail = {
      messageId: 'tard',
      timestamp: now.toISOString(),
      source: 'zoe@exemple.test',
      destination: [],
    };
    const input = { Records: [{ ses: { mail } }] };
    await expect(perform(recevoirCourriel, { input, now, interne: true }, lieu)).rejects.toThrow('absent');
    expect(await aTrier()).toMatchObject([{ id: 'tard', etat: 'recue' }]);
    await recevoir(await unCourriel({ from: DE, subject: 'Banc', text: 'Cassé.' }), { id: 'tard' });
    expect((await lue('tard')).etat).toBe('rattachee');
  });

  it('de trop : au-delà de dix demandes en un jour, la suite attend un agent', async () => {
    for (let i = 0; i < 11; i++)
      await recevoir(await unCourriel({ from: DE, subject: `N${i}`, text: 'Encore.' }));
    expect(await aTrier()).toMatchObject([{ raison: 'trop-de-messages' }]);
  });
});

describe('un courriel fait pour user la machine', () => {
  const LENT_MS = 3000;
  it.each([
    ['de balises jamais fermées', 'text/html', '<style'.repeat(80_000)],
    ['de chevrons', 'text/html', '<'.repeat(480_000)],
    ['de citations', 'text/plain', 'Le a b c d e f\n'.repeat(20_000)],
    ['d’entités', 'text/html', '&#x'.repeat(150_000)],
  ])('%s se lit aussi vite qu’un autre', async (_, type, corps) => {
    const debut = performance.now();
    await recevoir(
      brut('From: zoe@exemple.test', `From: a@${'a.'.repeat(50_000)}`, `Content-Type: ${type}`, '', corps),
    );
    expect(performance.now() - debut).toBeLessThan(LENT_MS);
  });
});

describe('une réponse', () => {
  let reference: string;
  beforeEach(async () => {
    reference = (await deposer(lieu)).reference;
  });
  const repondre = async (options: object, arrivee: Arrivee = {}) =>
    recevoir(await unCourriel({ from: unParticulier.courriel, subject: 'Re: Un message', ...options }), {
      source: unParticulier.courriel,
      destination: [`mairie+${reference}@aubevive.example`],
      ...arrivee,
    });

  it('rejoint sa demande, sans ce qu’elle cite, avec ses pièces, et on en accuse réception', async () => {
    await repondre({
      text: 'Voici la carte grise.\n\nLe lun. 23 nov. 2026 à 10:30, Commune d’Aubevive <mairie@aubevive.example> a écrit :\n> Il manque une pièce',
      attachments: [{ filename: 'carte.pdf', content: UN_PDF }],
    });
    const { messages, pieces, envois } = await entiere(reference);
    expect(messages).toMatchObject([
      {
        texte: 'Voici la carte grise.',
        canal: 'courriel',
        par: { qui: 'usager', nom: 'Zoé Fictif' },
        jointes: ['carte.pdf'],
      },
    ]);
    expect(pieces).toHaveLength(1);
    expect(envois.map(({ contenu }) => contenu.type === 'lettre' && contenu.objet)).toContainEqual(
      expect.stringMatching(/^Votre message est arrivé/),
    );
  });

  it('se retrouve aussi par la référence du sujet', async () => {
    await repondre(
      { subject: `Re: Il manque des pièces (${reference.toLowerCase()})`, text: 'Oui.' },
      { destination: ['mairie@aubevive.example'] },
    );
    expect((await entiere(reference)).messages).toHaveLength(1);
  });

  it('d’une autre personne reste à trier', async () => {
    await repondre({ from: 'mallory@exemple.test', text: 'Annulez tout.' });
    expect(await aTrier()).toMatchObject([{ raison: 'autre-expediteur' }]);
    expect((await entiere(reference)).messages).toEqual([]);
  });

  it('peut n’être qu’un fichier', async () => {
    await repondre({ text: '', attachments: [{ filename: 'carte.pdf', content: UN_PDF }] });
    expect((await entiere(reference)).pieces).toHaveLength(1);
  });

  it('n’ouvre pas de conversation avec une machine : deux mots de suite, un seul accusé', async () => {
    await repondre({ text: 'Un.' });
    await repondre({ text: 'Deux.' }, { now: new Date(LUNDI.getTime() + 60_000) });
    const { messages, envois } = await entiere(reference);
    expect(messages).toHaveLength(2);
    expect(envois.filter(({ contenu }) => contenu.type === 'lettre')).toHaveLength(1);
  });
});
