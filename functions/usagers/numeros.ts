// The numbers of a person, cleaned and checked by the same code where they are typed and where they arrive.

/** What one copies along with a number: spaces of every kind, invisible marks, dots and dashes. */
const PARASITES = /[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff.\-\u2010-\u2015]/g;
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
  luhn(siret) ||
  (siret.startsWith(LA_POSTE) && [...siret].reduce((somme, chiffre) => somme + Number(chiffre), 0) % 5 === 0);

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

/** « +33 (0)6 » is « +33 6 »: the 0 is dropped with its brackets. */
const TELEPHONES = [
  /^0\d{9}$/,
  /^(\+|00)33\d{9}$/,
  /^(\+|00)(?!33)\d{7,15}$/,
  // The Pacific and Saint-Pierre-et-Miquelon write theirs without a 0.
  /^(\d{6}|\d{8})$/,
];
export const telephone: Numero = {
  propre: (saisie) => serrer(saisie.replace(/(^\s*(?:\+|00)[\d\s]*)\(0\)/, '$1')).replace(/[()/]/g, ''),
  faute: (propre) =>
    TELEPHONES.some((forme) => forme.test(propre))
      ? undefined
      : `Ce numéro de téléphone ${/^\+?\d*$/.test(propre) ? 'n’a pas la bonne longueur' : 'ne se lit pas'}. Il ressemble à 06 12 34 56 78.`,
};

/** As La Poste writes it; abroad, whatever the country does. */
export const codePostal: Numero = {
  propre: (saisie) => saisie.replace(/\s/g, '').toUpperCase(),
  faute: (propre) =>
    /^\d{5}$/.test(propre)
      ? undefined
      : 'Le code postal a 5 chiffres. Si vous habitez à l’étranger, indiquez votre pays.',
};

export const codePostalEtranger: Numero = {
  ...codePostal,
  faute: (propre) =>
    /^[A-Z0-9-]{2,12}$/.test(propre) ? undefined : 'Le code postal a 2 à 12 lettres ou chiffres.',
};

/** « 06 12 34 56 78 », « +33 6 12 34 56 78 »; a number from elsewhere is left as it is. */
export const telephoneLisible = (numero: string): string => {
  const francais = /^(?:(\+|00)33|0)(\d)(\d{8})$/.exec(numero);
  if (!francais) return numero;
  const [, etranger, premier, reste = ''] = francais;
  return [etranger ? `+33 ${premier}` : `0${premier}`, ...(reste.match(/\d\d/g) ?? [])]
    .join(' ')
    .replace(/ /g, '\u00a0');
};

/** « 123 456 789 00012 » */
export const siretLisible = (numero: string): string =>
  numero.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');
