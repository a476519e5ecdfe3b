import type * as z from 'zod';
import { couper } from './texte.ts';

type Defaut = z.core.$ZodRawIssue;

/** What a person reads where a contract says nothing of its own: never the words of a machine. */
export const phraseDe = (defaut: Defaut): string => {
  switch (defaut.code) {
    case 'invalid_type':
      return defaut.input === undefined || defaut.input === null ? MANQUE : duType(defaut.expected);
    case 'too_big':
      return tropGrand(defaut);
    case 'too_small':
      return tropPetit(defaut);
    case 'invalid_format':
      return defaut.input === '' ? MANQUE : (FORMES[defaut.format] ?? MAL_ECRIT);
    case 'invalid_value':
    case 'invalid_union':
      return HORS_LISTE;
    case 'unrecognized_keys':
      return enTrop(defaut.keys);
    case 'not_multiple_of':
      return NOMBRE;
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return MAL_ECRIT;
  }
};

/** What one wrote is given back, so that a mistake in a name can be seen. */
const enTrop = (noms: readonly string[]): string =>
  couper(`Ce qui suit n’est pas attendu ici\u00a0: ${noms.join(', ')}.`, 200, '…');

const MANQUE = 'Cette réponse est nécessaire.';
const MAL_ECRIT = 'Cette réponse est mal écrite. Vérifiez-la.';
const HORS_LISTE = 'Choisissez une réponse de la liste.';
const NOMBRE = 'Indiquez un nombre en chiffres.';
const DATE = 'Indiquez une date, avec le jour, le mois et l’année.';

const FORMES: Record<string, string> = {
  date: DATE,
  datetime: DATE,
  email: 'Cette adresse e-mail est incomplète. Elle ressemble à nom@exemple.fr.',
};

const duType = (attendu: string): string => {
  if (attendu === 'number' || attendu === 'int') return NOMBRE;
  if (attendu === 'boolean') return 'Répondez par oui ou par non.';
  return attendu === 'array' ? 'Donnez une liste de réponses.' : MAL_ECRIT;
};

const tropGrand = ({ origin, maximum }: Extract<Defaut, { code: 'too_big' }>): string => {
  const dit = Number(maximum).toLocaleString('fr-FR').replace(/\s/g, '\u00a0');
  if (origin === 'string') return `${dit}\u00a0caractères au plus.`;
  return origin === 'array' ? `${dit}\u00a0réponses au plus.` : `Indiquez un nombre jusqu’à ${dit}.`;
};

const tropPetit = ({ origin, minimum }: Extract<Defaut, { code: 'too_small' }>): string => {
  const dit = Number(minimum).toLocaleString('fr-FR').replace(/\s/g, '\u00a0');
  if (origin === 'string') return Number(minimum) <= 1 ? MANQUE : `${dit}\u00a0caractères au moins.`;
  if (origin === 'array') return Number(minimum) <= 1 ? MANQUE : `${dit}\u00a0réponses au moins.`;
  return `Indiquez un nombre à partir de ${dit}.`;
};
