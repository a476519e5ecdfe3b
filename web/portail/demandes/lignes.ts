import type { Champ } from '../../../functions/demarches/demarche.ts';
import { estDemande, type Valeur } from '../../../functions/demarches/reponses.ts';
import { enBref } from '../../../functions/platform/lettres.ts';
import type { Brouillon } from './brouillon.ts';
import { champsIdentite } from './identite.ts';
import type { Etape } from './plan.ts';

export type Ligne = { libelle: string; valeur: string };

/** What was answered on a page, as the person reads it before sending. */
export const lignesDe = (etape: Etape, brouillon: Brouillon): Ligne[] => {
  switch (etape.type) {
    case 'identite':
      return lignesIdentite(brouillon);
    case 'questions':
      return etape.champs
        .filter((champ) => estDemande(champ, brouillon.reponses))
        .map((champ) => ({ libelle: champ.libelle, valeur: lisible(champ, brouillon.reponses[champ.id]) }));
    case 'pieces':
      return etape.pieces.map(({ id, nom }) => ({ libelle: nom, valeur: fichiersDe(id, brouillon) }));
    case 'recapitulatif':
      return [];
  }
};

const RIEN = 'Non renseigné';
const JOUR = /^\d{4}-\d\d-\d\d$/;

const lignesIdentite = ({ identite }: Brouillon): Ligne[] => {
  const remplies = champsIdentite(identite).filter(
    ({ chemin, facultatif }) => !facultatif || identite.valeurs[chemin]?.trim(),
  );
  const lignes = remplies.map(({ chemin, libelle }) => ({
    libelle,
    valeur: identite.valeurs[chemin]?.trim() || RIEN,
  }));
  return identite.parSms && identite.valeurs.telephone?.trim()
    ? [...lignes, { libelle: 'Me prévenir aussi par SMS', valeur: 'Oui' }]
    : lignes;
};

const lisible = (champ: Champ, valeur: Valeur | undefined): string => {
  if (champ.type === 'case') return valeur === true ? 'Oui' : 'Non';
  const texte = enTexte(valeur);
  return texte === '' ? RIEN : commeOnLeDit(champ, texte);
};

const commeOnLeDit = (champ: Exclude<Champ, { type: 'case' }>, texte: string): string => {
  switch (champ.type) {
    case 'date':
      return JOUR.test(texte) ? enBref(texte) : texte;
    case 'nombre':
      return champ.unite ? `${texte} ${champ.unite}` : texte;
    case 'texte':
    case 'texte-long':
    case 'choix':
    case 'choix-multiple':
      return texte;
  }
};

const enTexte = (valeur: Valeur | undefined): string =>
  Array.isArray(valeur) ? valeur.join(', ') : String(valeur ?? '').trim();

const fichiersDe = (piece: string, { fichiers, plusTard }: Brouillon): string => {
  const noms = fichiers.filter(({ pour }) => pour === piece).map(({ nom }) => nom);
  if (noms.length > 0) return noms.join(', ');
  return plusTard.includes(piece) ? 'Vous l’enverrez plus tard' : RIEN;
};
