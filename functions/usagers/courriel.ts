// One rule for every e-mail address: typed in a form, read in a mail that came, written to in one that leaves.

/** What an address may weigh (RFC 5321, 4.5.3.1.3, less its brackets). Relays write local parts longer than its 64. */
export const COURRIEL_MAX = 254;

/** Beyond ASCII (RFC 6531), any letter, sign or digit; never what cannot be seen, nor what an address is set between. */
const AUTRE = '[^\\x00-\\x9f\\p{C}\\p{Z}\\ufffd]';
const ATOME = `(?:[A-Za-z0-9!#$%&'*+/=?^_\`{|}~-]|${AUTRE})+`;
const ENTRE_GUILLEMETS = '"(?:[^"\\\\\\x00-\\x1f\\x7f-\\x9f\\p{C}]|\\\\[\\x20-\\x7e])+"';
const NOM = '[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?';
const ADRESSE = new RegExp(`^(?:${ATOME}(?:\\.${ATOME})*|${ENTRE_GUILLEMETS})@(${NOM}(?:\\.${NOM})+)$`, 'u');

/** What is copied along with an address, and cannot be seen. */
const AUTOUR = /^[\s\p{C}]+|[\s\p{C}]+$/gu;

/** As it is kept and compared; undefined when no mail can bear it. Unusual is not wrong: `zoé&fils/2!@sauge.example`. */
export const courrielDe = (saisie: string): string | undefined => {
  const adresse = saisie.toWellFormed().replace(AUTOUR, '').normalize('NFC').toLowerCase();
  const [, domaine] = ADRESSE.exec(adresse) ?? [];
  if (!domaine || /\.\d+$/.test(domaine) || /\.[^.]$/u.test(domaine)) return undefined;
  return new TextEncoder().encode(adresse).byteLength <= COURRIEL_MAX ? adresse : undefined;
};

/** As a mail that leaves bears it: a name of domain beyond ASCII is written as the network does (RFC 5891). */
export const courrielAEnvoyer = (adresse: string): string => {
  const arobase = adresse.lastIndexOf('@');
  const domaine = URL.parse(`http://${adresse.slice(arobase + 1)}/`)?.hostname;
  return domaine ? `${adresse.slice(0, arobase)}@${domaine}` : adresse;
};

/** What its field says when it is none. */
export const COURRIEL_FAUX = 'Cette adresse e-mail est incomplète. Elle ressemble à nom@exemple.fr.';
