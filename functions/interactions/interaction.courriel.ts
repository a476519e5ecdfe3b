import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { estAutomatique, type Jointe, type Lecture } from './lecture.ts';

/** What SES says of a mail before anyone opens it. */
export type Enveloppe = { source?: string | undefined; destination: readonly string[] };

/** More parts inside parts, or more headers, is not a person's mail. */
const LIMITES = { maxNestingDepth: 10, maxHeadersSize: 256_000, maxRfc822NestingDepth: 5 };

/** Reads a mail as its program meant it. Throws when nobody could. */
export const lireCourriel = async (
  brut: Uint8Array,
  { source, destination }: Enveloppe,
): Promise<Lecture> => {
  const email = await PostalMime.parse(brut, LIMITES);
  const de = adresseDe(email);
  const texte = texteDe(email);
  const objet = (email.subject ?? '').trim();
  return {
    de,
    nom: (email.from?.name ?? '').replace(/\s+/g, ' ').trim(),
    objet: objet.slice(0, OBJET_MAX),
    texte: texte.length > TEXTE_MAX ? `${texte.slice(0, TEXTE_MAX)}\n(La suite est dans l’original.)` : texte,
    messageId: email.messageId ?? '',
    destinataires: [...destination, ...adresses(email)],
    automatique: estAutomatique(email.headers, { de, retour: source }),
    illisible: alphabetInconnu(brut) || /\ufffd/.test(texte + objet),
    jointes: email.attachments.map(jointeDe),
  };
};

const TEXTE_MAX = 20_000;
const OBJET_MAX = 200;

const adresseDe = ({ from }: Email): string => {
  const adresse = (from?.address ?? '').trim().toLowerCase();
  return adresse.length <= ADRESSE_MAX && /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(adresse)
    ? adresse
    : '';
};

/** RFC 5321. */
const ADRESSE_MAX = 254;

const adresses = ({ to = [], cc = [], deliveredTo }: Email): string[] =>
  [...to.map(({ address }) => address), ...cc.map(({ address }) => address), deliveredTo].filter(
    (adresse) => adresse !== undefined,
  );

const texteDe = ({ text, html }: Email): string =>
  (text?.trim() ? text : sansBalises(html ?? ''))
    .replace(/\r\n/g, '\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim();

const ENTITES: Record<string, string> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  ccedil: 'ç',
  ocirc: 'ô',
  icirc: 'î',
  ugrave: 'ù',
  euro: '€',
  hellip: '…',
};

/** Elements whose content is not words, and those that end a line. */
const MUETS = new Set(['style', 'script', 'head', 'title']);
const SAUTS = new Set(['br', '/p', '/div', '/li', '/tr', '/h1', '/h2', '/h3', '/h4']);

/** The words of an HTML mail, in one walk whatever it holds; what stays unreadable is in the original. */
const sansBalises = (html: string): string => {
  const [debut = '', ...morceaux] = html
    .slice(0, HTML_MAX)
    .replace(/[ \t\r\n]+/g, ' ')
    .split('<');
  let muet = '';
  const mots = morceaux.map((morceau) => {
    const balise = /^\/?\w{1,10}/.exec(morceau)?.[0].toLowerCase() ?? '';
    if (muet !== '' && balise !== `/${muet}`) return '';
    muet = MUETS.has(balise) ? balise : '';
    return muet === '' ? saut(balise) + apres(morceau) : '';
  });
  return [debut, ...mots]
    .join('')
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, hexa: string, code: string) =>
      lettre(Number.parseInt(code, hexa ? 16 : 10)),
    )
    .replace(/&(\w{2,8});/g, (entite, nom: string) => ENTITES[nom] ?? entite)
    .replace(/ ?\n ?/g, '\n');
};

const saut = (balise: string): string => (SAUTS.has(balise) ? '\n' : '');
const apres = (morceau: string): string => {
  const fin = morceau.indexOf('>');
  return fin === -1 ? '' : morceau.slice(fin + 1);
};

const HTML_MAX = 500_000;
const lettre = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** An alphabet that no program knows would be read as another one, and nobody would see it. */
const alphabetInconnu = (brut: Uint8Array): boolean => {
  const texte = Buffer.from(brut.buffer, brut.byteOffset, Math.min(brut.byteLength, ENTETES_MAX)).toString(
    'latin1',
  );
  return [...texte.matchAll(/\bcharset\s*=\s*"?([\w.:-]{1,40})/gi)].some(([, nom = '']) => !connu(nom));
};

const ENTETES_MAX = 1_000_000;

const connu = (nom: string): boolean => {
  try {
    return Boolean(new TextDecoder(nom));
  } catch {
    return false;
  }
};

const jointeDe = ({ filename, mimeType, disposition, related, content }: Attachment): Jointe => ({
  nom:
    (filename ?? '')
      .replace(/[\p{Cc}/\\]/gu, ' ')
      .trim()
      .slice(0, 120) || 'sans nom',
  type: mimeType,
  dansLeTexte: Boolean(related) || disposition === 'inline',
  octets: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
});
