import type { Ligne, Signet } from '../../../functions/demandes/formes.ts';
import { estClose } from '../../../functions/demandes/gestes.ts';
import { aPlat } from '../mots.ts';

/** The ways an agent looks at the queue. `tri` is what came in and is not yet a demande. */
export const VUES = [
  'a-traiter',
  'a-qualifier',
  'a-lire',
  'miennes',
  'attente',
  'sans-responsable',
  'decidees',
  'silence',
  'tri',
] as const;
export type Vue = (typeof VUES)[number];

export const NOMS: Record<Vue, string> = {
  'a-traiter': 'À traiter',
  'a-qualifier': 'À qualifier',
  'a-lire': 'À lire',
  miennes: 'Les miennes',
  attente: 'En attente de l’usager',
  'sans-responsable': 'Sans responsable',
  decidees: 'Décidées',
  silence: 'Par silence',
  tri: 'À trier',
};

export const vueDe = (cherchee: string | null): Vue => VUES.find((vue) => vue === cherchee) ?? 'a-traiter';

/** Which half of the demandes a view reads. */
export const moitieDe = (vue: Vue): 'ouvertes' | 'closes' =>
  vue === 'decidees' || vue === 'silence' ? 'closes' : 'ouvertes';

type Moi = { nom: string };

/** Whatever it is: only what waits for someone else is not to be done. */
const aTraiter = ({ agirAvant }: Ligne): boolean => agirAvant !== undefined && agirAvant.quoi !== 'attendre';

const montre = (vue: Vue, ligne: Ligne, moi: Moi): boolean => {
  switch (vue) {
    case 'a-traiter':
      return aTraiter(ligne);
    case 'a-qualifier':
      return ligne.statut === 'a-qualifier';
    case 'a-lire':
      return ligne.aLire !== undefined;
    case 'miennes':
      return ligne.agent === moi.nom;
    case 'attente':
      return ligne.statut === 'incomplete';
    case 'sans-responsable':
      return !ligne.agent && ligne.statut !== 'a-qualifier' && !estClose(ligne);
    case 'decidees':
      return !parSilence(ligne);
    case 'silence':
      return parSilence(ligne);
    case 'tri':
      return false;
  }
};

export const parSilence = ({ statut }: Pick<Ligne, 'statut'>): boolean =>
  statut === 'acceptee-par-silence' || statut === 'rejetee-par-silence';

export const lignesDe = (vue: Vue, lignes: readonly Ligne[], moi: Moi): Ligne[] =>
  lignes.filter((ligne) => montre(vue, ligne, moi));

/** Does a view hold more than what was read? */
export const aUneSuite = (vue: Vue, suites: readonly Signet[], service: string): boolean =>
  suites.some(
    (suite) =>
      (!service || suite.service === service) && (moitieDe(vue) === 'closes' || dansLaVue(suite.file, vue)),
  );

/** What nobody has qualified, and what was over and has an unread word, are queues of their own. */
const dansLaVue = (file: string, vue: Vue): boolean =>
  A_PART.includes(file) || A_PART.includes(vue) ? file === vue : true;
const A_PART: readonly string[] = ['a-qualifier', 'a-lire'];

type Filtre = { service: string; texte: string };

/** Keeps the lines of a service whose words all begin somewhere in the line. */
export const filtrer = (lignes: readonly Ligne[], { service, texte }: Filtre): Ligne[] => {
  const mots = aPlat(texte).split(/\s+/).filter(Boolean);
  return lignes.filter((ligne) => (!service || ligne.service === service) && contient(ligne, mots));
};

const contient = (ligne: Ligne, mots: readonly string[]): boolean => {
  if (mots.length === 0) return true;
  const { reference, objet, apercu, personne, agent, aLire } = ligne;
  const tout = aPlat(
    `${reference} ${reference.replace('-', '')} ${objet} ${apercu ?? ''} ${personne} ${agent ?? ''} ${aLire?.extrait ?? ''}`,
  );
  return mots.every((mot) => tout.includes(mot));
};
