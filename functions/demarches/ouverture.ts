import { type Detail, Refus } from '../platform/refus.ts';
import type { Usager } from '../usagers/usager.ts';
import type { Demarche, Qualite } from './demarche.ts';
import { peutTaireSonNom, piecesDe, type Reponses } from './reponses.ts';

type Saisie = { demarche: string; usager: Usager; reponses: Reponses; pieces: readonly { pour: string }[] };

/** The démarche that someone wants to use. Throws `demarche-inconnue`. */
export const demarcheNommee = (demarches: readonly Demarche[], id: string): Demarche => {
  const demarche = demarches.find((candidate) => candidate.id === id);
  if (!demarche) throw new Refus('demarche-inconnue');
  return demarche;
};

/** The same, checked to be open to this kind of person. */
export const demarcheOuverte = (
  demarches: readonly Demarche[],
  { demarche: id, usager }: Pick<Saisie, 'demarche' | 'usager'>,
): Demarche => {
  const demarche = demarcheNommee(demarches, id);
  // Of someone who only wrote, it is not known yet what they are.
  if (usager.qualite === 'correspondant') return demarche;
  const qualite: Qualite = usager.qualite === 'association-siret' ? 'association' : usager.qualite;
  if (!demarche.pourQui.includes(qualite))
    throw new Refus('reponses-incompletes', [
      { champ: 'usager.qualite', phrase: `Cette démarche s’adresse à : ${demarche.pourQui.join(', ')}.` },
    ]);
  return demarche;
};

/** Throws `reponses-incompletes` when a name is needed and none was given. */
export const verifierIdentite = (
  demarche: Demarche,
  { usager, reponses }: Pick<Saisie, 'usager' | 'reponses'>,
): void => {
  if (usager.qualite === 'correspondant' && !peutTaireSonNom(demarche, reponses))
    throw new Refus('reponses-incompletes', [
      { champ: 'usager.qualite', phrase: 'Dites qui vous êtes : la mairie doit pouvoir vous répondre.' },
    ]);
};

/** Pièces that must come with the demande and did not, and files that answer nothing. */
export const verifierJointes = (
  demarche: Demarche,
  { reponses, pieces }: Pick<Saisie, 'reponses' | 'pieces'>,
): Detail[] => {
  const attendues = piecesDe(demarche, reponses);
  const absentes = attendues.filter(
    ({ id, obligatoire, plusTard }) => obligatoire && !plusTard && !pieces.some(({ pour }) => pour === id),
  );
  const perdues = pieces.filter(({ pour }) => !attendues.some(({ id }) => id === pour));
  return [
    ...absentes.map(({ id, nom }) => ({ champ: id, phrase: `Il manque : ${nom}.` })),
    ...perdues.map(({ pour }) => ({
      champ: pour,
      phrase: 'Ce fichier ne répond à aucune pièce de la démarche.',
    })),
  ];
};
