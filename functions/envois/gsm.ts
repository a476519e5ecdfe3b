import { SegmentedMessage } from 'sms-segments-calculator';
import { couper } from '../platform/texte.ts';

/** What a plain SMS can say (GSM 03.38), its extension included; with any other letter it holds half as much. */
const ALPHABET = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€',
);

/** Signs that plain ones say as well. */
const PROCHES: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '‚': "'",
  '′': "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '„': '"',
  '‹': "'",
  '›': "'",
  '…': '...',
  '–': '-',
  '—': '-',
  '−': '-',
  '\u2044': '/',
  '\u2010': '-',
  '\u2011': '-',
  '•': '-',
  '·': '.',
  '×': 'x',
  '°': 'o',
  œ: 'oe',
  Œ: 'OE',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
};

/** White of every width, and what is written and not seen. */
const BLANCS = /[\t\v\f\p{Zs}]/gu;
const INVISIBLES = /[\u00ad\u200b\u2060\ufeff\p{Cc}]/gu;

const nettoyer = (texte: string): string =>
  texte
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(BLANCS, ' ')
    .replace(INVISIBLES, (signe) => (signe === '\n' ? signe : ''))
    .replace(/ {2,}/g, ' ');

/**
 * The same words as a telephone writes them: in plain letters when that loses nothing (« où » stays, « être » becomes
 * « etre »); else as they are, in UCS-2: a word in Arabic, or a drawing, is never dropped.
 */
export const enLettresSms = (texte: string): string => {
  const net = nettoyer(texte);
  return enGsm(net) ?? net;
};

const enGsm = (net: string): string | undefined => {
  const dit = net.replace(/°(?= ?C\b)/g, '').replace(AOUT, '$1/08/$2');
  const lettres = signesDe(dit).map(lettrePour);
  return lettres.includes(undefined) ? undefined : lettres.join('');
};

/** The only month that plain letters cannot write. */
const AOUT = /\b(\d{1,2})(?:er)? août (\d{4})\b/g;

let decoupe: Intl.Segmenter | undefined;
const signesDe = (texte: string): string[] => {
  decoupe ??= new Intl.Segmenter('fr', { granularity: 'grapheme' });
  return [...decoupe.segment(texte)].map(({ segment }) => segment);
};

/** A plain letter, or its plain letters without accents; undefined when something would be lost. */
const lettrePour = (signe: string): string | undefined => {
  if (/^\p{Cf}+$/u.test(signe)) return '';
  const proche = PROCHES[signe] ?? signe;
  if (seulementEn(ALPHABET, proche)) return proche;
  const nue = [...proche.normalize('NFKD').replace(/\p{M}/gu, '')].map((une) => PROCHES[une] ?? une).join('');
  return nue.trim() && seulementEn(ALPHABET, nue) ? nue : undefined;
};

const seulementEn = (alphabet: ReadonlySet<string>, texte: string): boolean =>
  [...texte].every((lettre) => alphabet.has(lettre));

/** How many messages the operator will count. */
export const combienDeSms = (texte: string): number =>
  new SegmentedMessage(texte.toWellFormed()).segmentsCount;

/** Longer than any SMS that leaves: what follows is not even measured. */
const MESURE_MAX = 1600;

type Message = { de: string; texte: string; lien?: string | undefined };

/**
 * Whom it comes from, what it says, where to read the rest: the link is never cut, the words are, between two signs.
 * `sms` counts plain messages; as words they weigh twice as much in UCS-2.
 */
export const composerSms = ({ de, texte, lien }: Message, sms = 2): string => {
  const net = nettoyer(couper(texte, MESURE_MAX)).trim();
  const tete = nettoyer(`${de} : `);
  const simple = enGsm(tete + net);
  const corps = simple ?? tete + net;
  const queue = lien ? ` ${lien}` : '';
  const max = combienMax(corps + queue, sms);
  const tient = (dit: string): boolean => combienDeSms(dit + queue) <= max;
  return (tient(corps) ? corps : couperTant(signesDe(corps), tient)) + queue;
};

const combienMax = (texte: string, sms: number): number =>
  new SegmentedMessage(texte).encodingName === 'UCS-2' ? sms * 2 : sms;

/** The longest beginning that holds, found by halves. */
const couperTant = (signes: readonly string[], tient: (dit: string) => boolean): string => {
  const debut = (combien: number): string => `${signes.slice(0, combien).join('').trimEnd()}...`;
  let [bon, trop] = [0, signes.length];
  while (trop - bon > 1) {
    const milieu = Math.floor((bon + trop) / 2);
    if (tient(debut(milieu))) bon = milieu;
    else trop = milieu;
  }
  return debut(bon);
};
