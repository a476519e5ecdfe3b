import { type Detail, Refus } from './refus.ts';
import { nettoyer } from './texte.ts';

/** Deeper, it is no form. */
const PROFONDEUR_MAX = 20;
const ABIME = 'Un signe de ce texte est abîmé. Effacez-le et écrivez-le à nouveau.';

/**
 * What someone sent, every text of it fit to be kept, at any depth. Throws `entree-invalide` where one holds half of a
 * sign, which nothing after this could write down.
 */
export const lireTextes = (brut: unknown): unknown => {
  const abimes: Detail[] = [];
  const propre = parcourir(brut, { chemin: [], abimes });
  if (abimes.length > 0) throw new Refus('entree-invalide', abimes.slice(0, 20));
  return propre;
};

type Lieu = { chemin: readonly string[]; abimes: Detail[] };

const parcourir = (valeur: unknown, lieu: Lieu): unknown => {
  if (lieu.chemin.length > PROFONDEUR_MAX) throw new Refus('json-illisible');
  if (typeof valeur === 'string') return texte(valeur, lieu);
  if (Array.isArray(valeur)) return valeur.map((un, rang) => parcourir(un, dans(lieu, String(rang))));
  return typeof valeur === 'object' && valeur !== null ? objet(valeur, lieu) : valeur;
};

const dans = ({ chemin, abimes }: Lieu, nom: string): Lieu => ({ chemin: [...chemin, nom], abimes });

const texte = (valeur: string, { chemin, abimes }: Lieu): string => {
  if (valeur.isWellFormed()) return nettoyer(valeur);
  abimes.push({ champ: chemin.join('.'), phrase: ABIME });
  return '';
};

/** A name is never cleaned: two of them could become one. */
const objet = (valeur: object, lieu: Lieu): object => {
  for (const nom of Object.keys(valeur))
    if (!nom.isWellFormed())
      lieu.abimes.push({ champ: [...lieu.chemin, nom.toWellFormed()].join('.'), phrase: ABIME });
  return Object.fromEntries(
    Object.entries(valeur).map(([nom, une]) => [nom, parcourir(une, dans(lieu, nom.toWellFormed()))]),
  );
};
