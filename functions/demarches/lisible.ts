import { enBref } from '../platform/lettres.ts';
import type { Champ } from './demarche.ts';
import { lireNombre, nombreLisible } from './nombre.ts';
import type { Valeur } from './reponses.ts';

const JOUR = /^\d{4}-\d\d-\d\d$/;

/** An answer as a person reads it, '' when there is none: « 1 500,50 € », « 15 mars 2027 ». */
export const reponseLisible = (champ: Champ, valeur: Valeur | undefined): string => {
  if (champ.type === 'case') return valeur === true ? 'Oui' : 'Non';
  const texte = Array.isArray(valeur) ? valeur.join(', ') : String(valeur ?? '').trim();
  switch (champ.type) {
    case 'date':
      return JOUR.test(texte) ? enBref(texte) : texte;
    case 'nombre':
      return nombreDit(texte, champ.unite);
    case 'texte':
    case 'texte-long':
    case 'choix':
    case 'choix-multiple':
      return texte;
  }
};

const nombreDit = (texte: string, unite: string | undefined): string => {
  const nombre = lireNombre(texte, unite);
  return nombre === undefined ? texte : nombreLisible(nombre, unite);
};
