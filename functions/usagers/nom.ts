import * as z from 'zod';

/** Letters that Unicode does not take apart. */
const SANS_PARTIES: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/** Accents of any alphabet; in others (Devanagari, Thai, kana) a mark is a letter of its own: राम is not रीमा. */
const ACCENTS = /(?![\u3099\u309a])[\p{Script=Inherited}\p{Cf}]/gu;

/** The same name however it is typed: case, accents, hyphens, spaces, and which of its words comes first. */
export const plier = (nom: string): string =>
  nom
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[œæßøđðłıþ]/g, (lettre) => SANS_PARTIES[lettre] ?? lettre)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');

/** Who gave no name is called by their number or their address. */
const SANS_NOM = /@|^(SIRET|RNA) |^\+\d|^[\d\s().-]+$|^Personne inconnue$/;

/** May whoever bears these names see what was asked under that one? What nobody has named belongs to the contact alone. */
export const estDuNom = (noms: readonly string[], personne: string): boolean =>
  SANS_NOM.test(personne) || noms.includes(plier(personne));

const MOT = z.string().trim().max(80, '80 caractères au plus.');

/** What someone who signs in with a code says of themselves: a person, or the company for which they ask. */
export const Personne = { prenom: MOT.optional(), nom: MOT.optional() };

export const nomEntier = ({
  prenom,
  nom,
}: {
  prenom?: string | undefined;
  nom?: string | undefined;
}): string => [prenom, nom].filter(Boolean).join(' ');
