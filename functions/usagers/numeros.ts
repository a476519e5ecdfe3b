// The names and numbers of a person, cleaned and checked by the same code where they are typed and where they arrive.
import { nettoyer, seLit, surUneLigne } from '../platform/texte.ts';

/** What a name, a line of address, and a country may hold. */
export const NOM_MAX = 120;
export const LIGNE_MAX = 250;
export const PAYS_MAX = 60;

export const tropLong = (max: number): string => `${max}\u00a0caractères au plus.`;

/** A name, on one line and in letters, of any language; « 4 », « X Æ A-12 » and one letter are names. */
export const nom: Numero = {
  propre: (saisie) => surUneLigne(nettoyer(saisie)),
  faute: (propre) => (seLit(propre) ? undefined : 'Écrivez ce nom avec des lettres.'),
};

/** What one copies along with a number: spaces of every kind, invisible marks, dots and dashes. */
const PARASITES = /[\s\p{Cf}\u2800.\-\u2010-\u2015_/]/gu;
const serrer = (saisie: string): string => saisie.replace(PARASITES, '');

/** A cleaned number, and what its field says when it cannot be one. */
export type Numero = { propre: (saisie: string) => string; faute: (propre: string) => string | undefined };

const luhn = (chiffres: string): boolean =>
  [...chiffres].reverse().reduce((somme, chiffre, i) => {
    const double = Number(chiffre) * (i % 2 === 0 ? 1 : 2);
    return somme + (double > 9 ? double - 9 : double);
  }, 0) %
    10 ===
  0;

/** La Poste's establishments do not follow Luhn: the sum of their digits is a multiple of 5. */
const LA_POSTE = '356000000';
const siretPlausible = (siret: string): boolean =>
  !siret.startsWith('000000000') &&
  (luhn(siret) ||
    (siret.startsWith(LA_POSTE) &&
      [...siret].reduce((somme, chiffre) => somme + Number(chiffre), 0) % 5 === 0));

export const siret: Numero = {
  propre: serrer,
  faute: (propre) => {
    if (!/^\d{14}$/.test(propre)) return 'Le SIRET a 14 chiffres.';
    return siretPlausible(propre) ? undefined : 'Ce numéro SIRET n’existe pas. Vérifiez ses 14 chiffres.';
  },
};

/** In Corsica and overseas the département brings a letter: W2A, W9R. */
export const rna: Numero = {
  propre: (saisie) => serrer(saisie).toUpperCase(),
  faute: (propre) =>
    /^W\d[\dA-Z]\d{7}$/.test(propre) ? undefined : 'Le numéro RNA est un W suivi de 9 chiffres.',
};

/** Digits of other scripts are read as ours. */
const CHIFFRES = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** What can be a number somewhere; the commune's own reading, with every numbering plan, is envois/numero.ts. */
const TELEPHONE = /^(0\d{9}|(\+|00)(33\d{9}|(?!33)[1-9]\d{5,14})|\d{6}|\d{8})$/;
const EXEMPLE = 'Il ressemble à 06\u00a012\u00a034\u00a056\u00a078.';
const AILLEURS =
  'S’il est à l’étranger, écrivez-le avec son indicatif, comme +32\u00a0470\u00a012\u00a034\u00a056.';

/** « +33 (0)6 » is « +33 6 »: the 0 is dropped with its brackets. */
export const telephone: Numero = {
  propre: (saisie) =>
    serrer(saisie.replace(/(^\s*(?:\+|00)[\d\s]*)\(0\)/, '$1'))
      .replace(/[()/\p{Cf}]/gu, '')
      .replace(CHIFFRES, (chiffre) => String(chiffre.charCodeAt(0) & 15))
      .replace(/^\uff0b/, '+'),
  faute: (propre) => {
    if (TELEPHONE.test(propre)) return undefined;
    if (!/^\+?\d*$/.test(propre)) return `Ce numéro de téléphone ne se lit pas. ${EXEMPLE}`;
    if (/^(0\d{9}){2,}$/.test(propre)) return 'Indiquez un seul numéro de téléphone.';
    const etranger = propre.startsWith('+') || propre.length > 10;
    return `Ce numéro de téléphone n’a pas la bonne longueur. ${etranger ? AILLEURS : EXEMPLE}`;
  },
};

/** As La Poste writes it; abroad, whatever the country does. */
export const codePostal: Numero = {
  propre: (saisie) =>
    saisie
      .replace(/[\s.]/g, '')
      .toUpperCase()
      .replace(/^F-?(?=\d{5}$)/, ''),
  faute: (propre) =>
    /^\d{5}$/.test(propre)
      ? undefined
      : 'Le code postal a 5 chiffres. Si vous habitez à l’étranger, indiquez votre pays.',
};

export const codePostalEtranger: Numero = {
  ...codePostal,
  faute: (propre) =>
    /^[\p{L}\p{N}/-]{1,12}$/u.test(propre) ? undefined : 'Le code postal a 12 lettres ou chiffres au plus.',
};

/** « 123 456 789 00012 » */
export const siretLisible = (numero: string): string =>
  numero.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');
