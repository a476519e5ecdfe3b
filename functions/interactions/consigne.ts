import { Reference } from '../demandes/reference.ts';

/** What an SMS asks of the machine; anything else is for a person. */
export type Consigne =
  | { type: 'arret' }
  | { type: 'reprise' }
  | { type: 'suivi'; reference: Reference | undefined }
  | { type: 'message' };

/** Longer than this after SUIVI, it is a sentence. */
const RESTE_MAX = 30;

/** Forgives case, accents, spaces and what a phone adds around a reference. */
export const consigneDe = (texte: string): Consigne => {
  const dit = texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .trim();
  if (/^(STOP|ARRET|ARRETER|ARRETEZ)( (SMS|TOUT))?\W*$/.test(dit)) return { type: 'arret' };
  if (/^(START|REPRISE|REPRENDRE)\W*$/.test(dit)) return { type: 'reprise' };
  const reste = /^SUIVI\b(.*)$/.exec(dit)?.[1];
  if (reste === undefined) return { type: 'message' };
  if (reste.length <= RESTE_MAX) return { type: 'suivi', reference: referenceDans(reste) };
  const reference = Reference.safeParse(/^\W*(\w{4}-\w{4})\b/.exec(reste)?.[1]);
  return reference.success ? { type: 'suivi', reference: reference.data } : { type: 'message' };
};

/** Tries every run of eight signs: a reference may be dictated with spaces, or followed by « merci ». */
const referenceDans = (reste: string): Reference | undefined => {
  const signes = reste.replace(/[^0-9A-Z]/g, '');
  const runs = [...signes].map((_, rang) => signes.slice(rang, rang + 8));
  return runs.map((run) => Reference.safeParse(run)).find(({ success }) => success)?.data;
};
