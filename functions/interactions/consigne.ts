import { Reference } from '../demandes/reference.ts';
import {
  aPlat,
  ditAide,
  ditCourtoisie,
  ditNouvelle,
  ditPhoto,
  ditRendezVous,
  ditReprise,
  ditStop,
  ditSuivi,
  motsDe,
} from './vocabulaire.ts';

/**
 * What an SMS asks of the machine; anything else is for a person. `nue`: the reference came alone, which may also answer
 * « which demande? »; `avecTexte`: what is asked anew comes with the word.
 */
export type Consigne =
  | { type: 'arret' | 'reprise' | 'aide' | 'photo' | 'rendez-vous' | 'courtoisie' }
  | { type: 'suivi'; reference: Reference | undefined; nue?: true }
  | { type: 'choix'; rang: number }
  | { type: 'nouvelle'; avecTexte: boolean }
  | { type: 'message' };

/** Longer than this, it is a sentence, whatever words it is made of. */
const CONSIGNE_MAX = 120;

/** Forgives case, accents, spaces, politeness, and what a phone adds around a word. A real sentence is never a word. */
export const consigneDe = (texte: string): Consigne => {
  if (/^\s*nouvelle\s+demande\b\s*\S/i.test(texte) || /^\s*nouvelle\s*:\s*\S/i.test(texte))
    return { type: 'nouvelle', avecTexte: !ditNouvelle(motsDe(texte)) };
  if (texte.trim().length > CONSIGNE_MAX) return { type: 'message' };
  const mots = motsDe(texte);
  if (mots.length === 0) return { type: texte.includes('?') ? 'aide' : 'courtoisie' };
  return suiviDe(texte) ?? motDe(texte, mots) ?? { type: 'message' };
};

const motDe = (texte: string, mots: readonly string[]): Consigne | undefined => {
  const rang = /^(?:(?:LE|LA|N|NO|NUMERO|CHOIX|REPONSE) )?(\d{1,2})$/.exec(mots.join(' '))?.[1];
  if (rang) return { type: 'choix', rang: Number(rang) };
  if (ditStop(texte)) return { type: 'arret' };
  if (ditReprise(mots)) return { type: 'reprise' };
  if (ditAide(mots)) return { type: 'aide' };
  if (ditPhoto(mots)) return { type: 'photo' };
  if (ditRendezVous(mots)) return { type: 'rendez-vous' };
  if (ditNouvelle(mots)) return { type: 'nouvelle', avecTexte: false };
  return ditCourtoisie(mots) ? { type: 'courtoisie' } : undefined;
};

const suiviDe = (texte: string): Consigne | undefined => {
  const [citee] = citees(texte);
  const mots = motsDe(citee ? aPlat(texte).replace(citee.ecrite, ' ') : texte);
  if (citee && mots.length === 0) return { type: 'suivi', reference: citee.reference, nue: true };
  const accolee = /^SUIVIE?([0-9A-Z]{8})$/.test(mots.join(''));
  if (!accolee && !ditSuivi(mots, citee !== undefined)) return undefined;
  return { type: 'suivi', reference: citee?.reference ?? collee(texte) };
};

type Citee = { ecrite: string; reference: Reference };

const ENTRE = '[\\s\\-\\u2010-\\u2015._/]{0,3}';
const signes = (combien: number): string => `[0-9A-Z]{${combien}}`;
const FORMES = [
  `${signes(4)}${ENTRE}${signes(4)}`,
  `(?:${signes(2)}${ENTRE}){3}${signes(2)}`,
  `(?:${signes(1)}${ENTRE}){7}${signes(1)}`,
  // Looked for ahead: the word before a reference must not be taken for its beginning.
].map((forme) => new RegExp(`(?<![0-9A-Z])(?=(${forme})(?![0-9A-Z]))`, 'g'));

/** The references that a text cites. A word of eight letters may look like one: a sign or a dash tells them apart. */
const citees = (texte: string): Citee[] => {
  const plat = aPlat(texte);
  return FORMES.flatMap((forme) =>
    [...plat.matchAll(forme)].flatMap(([, ecrite = '']) => {
      const lue = Reference.safeParse(ecrite);
      return lue.success && /[\d\-\u2010-\u2015]/.test(ecrite) ? [{ ecrite, reference: lue.data }] : [];
    }),
  );
};

export const referencesDuSms = (texte: string): Reference[] => [
  ...new Set(citees(texte).map(({ reference }) => reference)),
];

/** Tries every run of eight signs: a reference may be stuck to what comes before it. */
const collee = (texte: string): Reference | undefined => {
  const tout = aPlat(texte)
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^.*?SUIVIE?/, '');
  const runs = [...tout].map((_, rang) => tout.slice(rang, rang + 8));
  return runs.map((run) => Reference.safeParse(run)).find(({ success }) => success)?.data;
};
