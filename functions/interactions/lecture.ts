import { Reference } from '../demandes/reference.ts';

export type Entetes = readonly { key: string; value: string }[];

/** A file that came inside a mail, as its sender calls it. */
export type Jointe = { nom: string; type: string; dansLeTexte: boolean; octets: Uint8Array };

/** A mail, once read. */
export type Lecture = {
  de: string;
  nom: string;
  objet: string;
  texte: string;
  messageId: string;
  destinataires: readonly string[];
  automatique: boolean;
  /** Letters that no alphabet explains. */
  illisible: boolean;
  jointes: readonly Jointe[];
};

const MACHINES = /^(mailer-daemon|postmaster|no-?reply|ne-?pas-?repondre|nepasrepondre|bounces?)([+.@-]|$)/i;
const EN_NOMBRE = /^(bulk|junk|list|auto_reply)$/i;

/** Does a machine write? Then nothing is answered (RFC 3834): two machines would answer each other for ever. */
export const estAutomatique = (
  entetes: Entetes,
  { de, retour }: { de: string; retour: string | undefined },
): boolean => {
  const valeurs = (nom: string) => entetes.filter(({ key }) => key === nom).map(({ value }) => value.trim());
  return (
    retour === '' ||
    retour === '<>' ||
    valeurs('return-path').some((adresse) => adresse === '<>' || adresse === '') ||
    valeurs('auto-submitted').some((valeur) => !/^no\b/i.test(valeur)) ||
    valeurs('precedence').some((valeur) => EN_NOMBRE.test(valeur)) ||
    ['list-id', 'x-autoreply', 'x-autorespond'].some((nom) => valeurs(nom).length > 0) ||
    valeurs('content-type').some((valeur) => /^multipart\/report\b/i.test(valeur)) ||
    MACHINES.test(de)
  );
};

/** The reference that an address carries: `mairie+K7M2-9QX3@…`. */
export const referenceDeLAdresse = (adresses: readonly string[]): Reference | undefined =>
  adresses.flatMap((adresse) => lire(/\+([^@+]+)@/.exec(adresse)?.[1]))[0];

/** The references that a subject may carry. Some are only words that look like one. */
export const referencesDuTexte = (texte: string): Reference[] =>
  [...texte.matchAll(/\b([0-9A-Z]{4})[-\u2010\u2011\u2013 ]?([0-9A-Z]{4})\b/gi)].flatMap(
    ([, a = '', b = '']) => lire(a + b),
  );

const lire = (saisie: string | undefined): Reference[] => {
  const lue = Reference.safeParse(saisie);
  return lue.success ? [lue.data] : [];
};

/** Where an answer stops and what it answers begins, as mail programs in French and English write it. */
const CITATIONS = [
  /^-{2,}\s*(Message d[’']origine|Message transféré|Original Message)\s*-{2,}\s*$/im,
  /^_{10,}\s*$/m,
  /^(Le|On) [^\n]{6,200}(\n[^\n]{0,120})?(a écrit|wrote)\s*:\s*$/im,
  /^(De|From)\s*:[^\n]+\n(Envoyé|Date|Sent|À|To)\s*:/im,
];

/** What the person wrote, without the mail that they answer; the original keeps both. */
export const sansCitation = (texte: string): string => {
  const debut = CITATIONS.map((citation) => texte.search(citation)).filter((rang) => rang >= 0);
  const garde = debut.length > 0 ? texte.slice(0, Math.min(...debut)) : texte;
  const dit = garde
    .split('\n')
    .filter((ligne) => !ligne.startsWith('>'))
    .join('\n')
    .trim();
  return dit || texte.trim();
};
