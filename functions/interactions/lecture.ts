import { Reference } from '../demandes/reference.ts';
import type { Machine } from './automate.ts';

/** A file that came inside a mail, as its sender calls it. */
export type Jointe = { nom: string; type: string; octets: Uint8Array };

/** Someone, as a mail names them. */
export type Nomme = { de: string; nom: string };

/** A mail, once read. */
export type Lecture = {
  de: string;
  nom: string;
  objet: string;
  texte: string;
  messageId: string;
  /** As its program dated it. */
  date: string;
  /** `References` and `In-Reply-To`. */
  fil: string;
  destinataires: readonly string[];
  repondreA: Nomme | undefined;
  machine: Machine | undefined;
  /** Letters that no alphabet explains. */
  illisible: boolean;
  jointes: readonly Jointe[];
  laissees: readonly string[];
  /** Who wrote the mail that came attached. */
  joint: Nomme | undefined;
};

/** The reference that an address carries: `mairie+K7M2-9QX3@…`. */
export const referenceDeLAdresse = (adresses: readonly string[]): Reference | undefined =>
  adresses.flatMap((adresse) => lire(/\+([^@+]+)@/.exec(adresse)?.[1]))[0];

/** Looked ahead without being eaten: the word of four letters before a reference must not take half of it. */
const ECRITE =
  /(?<![0-9A-Z])(?=([0-9A-Z]{4})[\s\u00a0\u202f]?[-\u2010-\u2015\u2212._/]?[\s\u00a0\u202f]?([0-9A-Z]{4})(?![0-9A-Z]))/gi;

/** The references that a text may carry. Some are only words that look like one. */
export const referencesDuTexte = (texte: string): Reference[] =>
  [...texte.matchAll(ECRITE)].flatMap(([, a = '', b = '']) => lire(a + b));

const lire = (saisie: string | undefined): Reference[] => {
  const lue = Reference.safeParse(saisie);
  return lue.success ? [lue.data] : [];
};

/** Does it send on what someone else wrote? */
export const estUnTransfert = (objet: string): boolean =>
  /^\s*(?:(?:re|aw|sv)\s*:\s*)*(?:tr|fw|fwd|wg|rv|i|transf(?:ert|éré)?)\s*:/i.test(objet);
