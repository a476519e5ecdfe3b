import type { Demarche } from '../../../functions/demarches/demarche.ts';
import { reponseLisible } from '../../../functions/demarches/lisible.ts';
import { estDemande } from '../../../functions/demarches/reponses.ts';
import { QUALITES } from '../../ui/champs-identite.ts';
import { champsIdentite, type Identite, idDe, reponseIdentite } from '../../ui/identite.ts';
import type { Brouillon } from './brouillon.ts';
import { type Etape, identiteSaisie } from './plan.ts';

/** `champ` is the field where it is changed. */
export type Ligne = { champ: string; libelle: string; valeur: string };

/** What was answered on a page, as the person reads it before sending. */
export const lignesDe = (etape: Etape, brouillon: Brouillon, demarche: Demarche): Ligne[] => {
  switch (etape.type) {
    case 'identite':
      return etape.discrete
        ? lignesRepondues(identiteSaisie(etape, brouillon))
        : lignesIdentite(brouillon.identite, demarche);
    case 'questions':
      return etape.champs
        .filter((champ) => estDemande(champ, brouillon.reponses))
        .map((champ) => ({
          champ: champ.id,
          libelle: champ.libelle,
          valeur: reponseLisible(champ, brouillon.reponses[champ.id]) || RIEN,
        }));
    case 'pieces':
      return etape.pieces.map(({ id, nom }) => ({
        champ: id,
        libelle: nom,
        valeur: fichiersDe(id, brouillon),
      }));
    case 'recapitulatif':
      return [];
  }
};

const RIEN = 'Non renseigné';

/** Whoever skips the first page still sees what it asks. */
const lignesIdentite = (identite: Identite, { pourQui }: Demarche): Ligne[] => {
  const [seule] = pourQui.length === 1 ? pourQui : [];
  const qualite = identite.qualite || (seule ?? '');
  return [
    ...(seule ? [] : [{ champ: idDe('qualite'), libelle: 'Cette demande est', valeur: enMots(qualite) }]),
    ...lignesRepondues({ ...identite, qualite }),
  ];
};

const enMots = (qualite: Identite['qualite']): string =>
  QUALITES[qualite === 'association-siret' ? 'association' : (qualite as keyof typeof QUALITES)] ?? RIEN;

const lignesRepondues = (identite: Identite): Ligne[] => {
  const lignes = champsIdentite(identite).flatMap((champ) => {
    const { chemin, libelle, facultatif, lisible } = champ;
    const valeur = reponseIdentite(identite, champ);
    if (facultatif && !valeur) return [];
    return [{ champ: idDe(chemin), libelle, valeur: (lisible ? lisible(valeur) : valeur) || RIEN }];
  });
  return identite.parSms && identite.valeurs.telephone?.trim()
    ? [...lignes, { champ: idDe('parSms'), libelle: 'Me prévenir aussi par SMS', valeur: 'Oui' }]
    : lignes;
};

const fichiersDe = (piece: string, { fichiers, plusTard }: Brouillon): string => {
  const noms = fichiers.filter(({ pour }) => pour === piece).map(({ nom }) => nom);
  if (noms.length > 0) return noms.join(', ');
  return plusTard.includes(piece) ? 'Vous l’enverrez plus tard' : 'Aucun fichier';
};
