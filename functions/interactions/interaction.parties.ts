import PostalMime, { type Email } from 'postal-mime';
import { texteDuHtml } from './interaction.html.ts';
import { ouvrirJointes } from './interaction.ouverture.ts';
import type { Jointe } from './lecture.ts';

/** What a mail is made of, once its program's wrapping is off. */
export type Parties = {
  email: Email;
  texte: string;
  jointes: Jointe[];
  /** Parts that are neither words nor files of the person, each with what became of it. */
  laissees: string[];
  agenda: string[];
  /** Mails that came attached, whole. */
  messages: Parties[];
  /** Letters that no alphabet explains. */
  illisible: boolean;
  coupe: boolean;
};

/** More parts inside parts, or more headers, is not a person's mail. */
const LIMITES = { maxNestingDepth: 10, maxHeadersSize: 256_000, forceRfc822Attachments: true };
const PROFONDEUR_MAX = 3;

/** One part, as `postal-mime` holds it. */
type Noeud = {
  contentType: { parsed: { value: string; params: Record<string, string> }; multipart: string | false };
  contentDisposition: { parsed: { value: string; params: Record<string, string> } };
  childNodes: Noeud[];
  content: ArrayBuffer | null;
  getTextContent(): string;
};

/** Throws when nobody could read it. */
export const lireParties = async (brut: Uint8Array, profondeur = 0): Promise<Parties> => {
  const lecteur = new PostalMime(LIMITES);
  const { octets, coupe } = aLire(brut);
  const email = await lecteur.parse(octets);
  const lues: Parties = {
    email,
    texte: '',
    jointes: [],
    laissees: [],
    agenda: [],
    messages: [],
    illisible: false,
    coupe,
  };
  const racine = racineDe(lecteur);
  if (racine) assembler(racine, lues);
  await ouvrirJointes(email, lues, (octets) => ouvrirMessage(octets, lues, profondeur));
  return lues;
};

/** The parser keeps the tree of the parts, which its answer flattens. */
const racineDe = (lecteur: object): Noeud | undefined =>
  'root' in lecteur && typeof lecteur.root === 'object' ? (lecteur.root as Noeud) : undefined;

/** A line costs the parser as much as a page does: what a program cuts every two letters is read only so far. */
const LIGNES_COURTES_MAX = 60_000;
/** Base64 and the mails of people have longer ones. */
const LIGNE_ORDINAIRE = 60;

const aLire = (brut: Uint8Array): { octets: Uint8Array; coupe: boolean } => {
  const vue = Buffer.from(brut.buffer, brut.byteOffset, brut.byteLength);
  for (let fin = vue.indexOf(10) + 1, lignes = 1; fin > 0; fin = vue.indexOf(10, fin) + 1, lignes++)
    if (lignes > LIGNES_COURTES_MAX + fin / LIGNE_ORDINAIRE)
      return { octets: brut.subarray(0, fin), coupe: true };
  return { octets: brut, coupe: false };
};

/** A mail holds its words once in each form: the plain one is the person's own, unless it only says to look at the other. */
const assembler = (noeud: Noeud, lues: Parties): void => {
  if (noeud.contentType.multipart === 'alternative') {
    const { plain, html } = formesDe(noeud, lues);
    ajouter(lues, estUnePancarte(plain, html) ? html : plain || html);
    return;
  }
  if (estDuTexte(noeud)) ajouter(lues, enMots(noeud, lues));
  for (const enfant of noeud.childNodes) assembler(enfant, lues);
};

const ajouter = (lues: Parties, mots: string): void => {
  if (mots.trim()) lues.texte += `${lues.texte && '\n'}${mots}`;
};

const formesDe = (noeud: Noeud, lues: Parties): { plain: string; html: string } => {
  const textes = feuilles(noeud).filter(estDuTexte);
  const enHtml = (une: Noeud): boolean => typeDe(une) === 'text/html';
  const dire = (choisis: Noeud[]): string =>
    choisis
      .map((une) => enMots(une, lues))
      .join('\n')
      .trim();
  const plain = dire(textes.filter((une) => !enHtml(une)));
  // Reading HTML is dear: only when it may say more.
  const html = !plain || PANCARTE.test(plain) ? dire(textes.filter(enHtml)) : '';
  return { plain, html };
};

const PANCARTE =
  /\bhtml\b|navigateur|browser|email client|mail client|client de messagerie|afficher ce message/i;
const estUnePancarte = (plain: string, html: string): boolean =>
  PANCARTE.test(plain) && plain.length < 400 && html.length > plain.length;

const feuilles = (noeud: Noeud): Noeud[] =>
  noeud.childNodes.length > 0 ? noeud.childNodes.flatMap(feuilles) : [noeud];

const typeDe = ({ contentType }: Noeud): string => contentType.parsed.value.toLowerCase();

const estDuTexte = (noeud: Noeud): boolean =>
  !noeud.contentType.multipart &&
  /^text\/(plain|html|enriched|markdown)$|^$/.test(typeDe(noeud)) &&
  noeud.contentDisposition.parsed.value.toLowerCase() !== 'attachment';

/** Enough for a book; the rest is in the original. */
const PARTIE_MAX = 1_000_000;

const enMots = (noeud: Noeud, lues: Parties): string => {
  const lu = decoder(noeud);
  lues.illisible ||= lu.illisible;
  lues.coupe ||= lu.texte.length > PARTIE_MAX;
  const texte = lu.texte.slice(0, PARTIE_MAX).toWellFormed();
  if (typeDe(noeud) !== 'text/html') return texte;
  const html = texteDuHtml(texte);
  lues.coupe ||= html.coupe;
  return html.texte;
};

/** In the alphabet that it says. Without one, or in one that nobody knows, as most old programs wrote it. */
const decoder = (noeud: Noeud): { texte: string; illisible: boolean } => {
  const dit = noeud.contentType.parsed.params.charset?.trim();
  const texte = noeud.getTextContent();
  const etrange = /[^\t\n\r\f\x20-\x7e]/.test(texte);
  if (dit && !connu(dit)) return { texte, illisible: etrange };
  if (!texte.includes('\ufffd')) return { texte, illisible: false };
  const ancien = new TextDecoder('windows-1252').decode(noeud.content ?? new ArrayBuffer(0));
  // What says to be UTF-8 and is not may be anything: an agent looks.
  return { texte: ancien, illisible: dit !== undefined && !/^(?:us-)?ascii$/i.test(dit) };
};

/** The names that old programs give to alphabets that exist. */
const connu = (nom: string): boolean => {
  const candidats = [
    nom,
    nom.replace(/^(?:x-|cs|windows-?cp|cp-?)/i, ''),
    nom.replace(/^cp-?(\d)/i, 'windows-$1'),
  ];
  return candidats.some((candidat) => {
    try {
      return Boolean(new TextDecoder(candidat.replace(/^(?:8859|iso8859)[-_]?/i, 'iso-8859-')));
    } catch {
      return /^(?:utf-?7|ansi|ascii.*|(?:default|unknown)(?:-8bit|_charset)?)$/i.test(candidat);
    }
  });
};

const MESSAGES_MAX = 10;

const ouvrirMessage = async (octets: Uint8Array, lues: Parties, profondeur: number): Promise<void> => {
  const possible = profondeur < PROFONDEUR_MAX && lues.messages.length < MESSAGES_MAX;
  const dedans = possible ? await lireParties(octets, profondeur + 1).catch(() => undefined) : undefined;
  if (!dedans) {
    lues.laissees.push('message joint : il reste dans l’original.');
    return;
  }
  lues.messages.push(dedans);
  lues.jointes.push(...dedans.jointes);
  lues.laissees.push(...dedans.laissees);
  lues.coupe ||= dedans.coupe;
};
