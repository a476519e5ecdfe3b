import { enBref } from '../platform/lettres.ts';

/** Registers were begun in 1539 (ordonnance de Villers-Cotterêts); beyond, it is a slip of the keyboard. */
const AN_MIN = 1500;
const AN_MAX = 2200;

const FORME = /^(\d{4})(?:-(\d{0,2})(?:-(\d{0,2}))?)?$/;
const INCONNU = /^0*$/;

/**
 * A date as it is kept, `1950-03-15`, or what is known of it: `1950-03`, `1950`. A part left blank, or written 00 as
 * registers of other countries and FranceConnect do, is not known. Undefined when no calendar has it.
 */
export const lireDate = (saisie: string): string | undefined => {
  const [, annee = '', mois = '', jour = ''] = FORME.exec(saisie.trim()) ?? [];
  const connue = [annee, ...partiesConnues(mois, jour)].join('-');
  return dansLesBornes(annee) && existe(`${connue}-01-01`.slice(0, 10)) ? connue : undefined;
};

/** A day without its month is no date: none has a thirteenth month. */
const partiesConnues = (mois: string, jour: string): string[] => {
  const jours = INCONNU.test(jour) ? [] : [jour.padStart(2, '0')];
  if (INCONNU.test(mois)) return jours.length > 0 ? ['13'] : [];
  return [mois.padStart(2, '0'), ...jours];
};

const dansLesBornes = (annee: string): boolean => Number(annee) >= AN_MIN && Number(annee) <= AN_MAX;

const existe = (jour: string): boolean => {
  const date = new Date(`${jour}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(jour);
};

export const estEntiere = (date: string): boolean => date.length === 10;

/** Does the first surely come before the second, as far as both are known? */
export const precede = (une: string, autre: string): boolean => {
  const connu = Math.min(une.length, autre.length);
  return une.slice(0, connu) < autre.slice(0, connu);
};

/** « 15 mars 1950 », « en mars 1950 », « en 1950 »; what is no date is left as it is. */
export const dateLisible = (saisie: string): string => {
  const date = lireDate(saisie);
  if (!date) return saisie;
  if (estEntiere(date)) return enBref(date);
  return date.length === 4
    ? `en\u00a0${date}`
    : `en\u00a0${enBref(`${date}-02`).split(' ').slice(1).join('\u00a0')}`;
};

/** What its field says when it is none. */
export const phraseDeDate = (saisie: string, { partielle }: { partielle?: boolean | undefined }): string => {
  const [annee = '', mois = '', jour = ''] = saisie.split('-');
  const tous = annee !== '' && mois !== '' && jour !== '';
  if (partielle && annee === '') return 'Indiquez au moins l’année.';
  if (!partielle && !tous) return 'Indiquez le jour, le mois et l’année.';
  if (!/^\d{4}$/.test(annee)) return 'Écrivez l’année avec quatre chiffres.';
  if (partielle && INCONNU.test(mois)) return 'Indiquez aussi le mois, ou laissez le jour vide.';
  return 'Cette date n’existe pas. Vérifiez le jour, le mois et l’année.';
};
