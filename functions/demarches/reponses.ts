import { enLettres } from '../platform/lettres.ts';
import type { Detail } from '../platform/refus.ts';
import { estVide, seLit, surUneLigne } from '../platform/texte.ts';
import { estEntiere, lireDate, phraseDeDate, precede } from './date.ts';
import type { Champ, Demarche, PieceAttendue } from './demarche.ts';
import { FORMES } from './immatriculation.ts';
import { lireNombre, nombreLisible } from './nombre.ts';

/** What a person answered, field by field. Light on purpose: the browser checks with the same code as the server. */
export type Valeur = string | number | boolean | string[];
export type Reponses = Record<string, Valeur>;

type ChampDate = Extract<Champ, { type: 'date' }>;
type Conditionnel = { si?: { champ: string; vaut: string[] } | undefined };

/** Is this field or pièce asked, given the answers so far? */
export const estDemande = ({ si }: Conditionnel, reponses: Reponses): boolean => {
  if (!si) return true;
  return enTextes(reponses[si.champ]).some((une) => si.vaut.includes(une));
};

/** A ticked box is « oui », one that is not is « non »: what a condition compares with. */
const enTextes = (valeur: Valeur | undefined): string[] => {
  if (Array.isArray(valeur)) return valeur;
  if (typeof valeur === 'boolean' || valeur === undefined) return [valeur ? 'oui' : 'non'];
  return [String(valeur)];
};

export const champsDe = (demarche: Pick<Demarche, 'etapes'>, reponses: Reponses): Champ[] =>
  demarche.etapes.flatMap((etape) => etape.champs).filter((champ) => estDemande(champ, reponses));

/** What only informs may come from someone who does not say who they are; what asks for a decision may not (CRPA L112-8). */
export const peutTaireSonNom = (
  { sansIdentite, regimes = [] }: Pick<Demarche, 'sansIdentite' | 'regimes'>,
  reponses: Reponses,
): boolean => sansIdentite === true && !regimes.some(({ si }) => estDemande({ si }, reponses));

export const piecesDe = (demarche: Pick<Demarche, 'pieces'>, reponses: Reponses): PieceAttendue[] =>
  demarche.pieces.filter((piece) => estDemande(piece, reponses));

/** The sentences that say what to mend, each with its question, in the order of the page. `aujourdhui` is a local day. */
export const verifierChamps = (champs: readonly Champ[], reponses: Reponses, aujourdhui: string): Detail[] =>
  champs
    .filter((champ) => estDemande(champ, reponses))
    .flatMap((champ) => {
      const phrase = defautDe(champ, reponses, aujourdhui);
      return phrase ? [{ champ: champ.id, phrase: nommer(champ.libelle, phrase) }] : [];
    });

/** « Immatriculation : cette réponse est nécessaire. », « Quel cours ? Choisissez une réponse. » */
export const nommer = (libelle: string, phrase: string): string =>
  FINIE.test(libelle)
    ? `${libelle} ${phrase}`
    : `${libelle}\u00a0: ${phrase.charAt(0).toLowerCase()}${phrase.slice(1)}`;

const FINIE = /[?!.…:]$/;

/** The same beside its field, which says the question already. */
export const abreger = (libelle: string, phrase: string): string => {
  const question = FINIE.test(libelle) ? `${libelle} ` : `${libelle}\u00a0: `;
  if (!phrase.startsWith(question)) return phrase;
  const reste = phrase.slice(question.length);
  return `${reste.charAt(0).toUpperCase()}${reste.slice(1)}`;
};

/** Everything that the answers miss, and everything that the démarche never asked. */
export const verifierReponses = (
  demarche: Pick<Demarche, 'etapes'>,
  reponses: Reponses,
  aujourdhui: string,
): Detail[] => {
  const connus = new Set(demarche.etapes.flatMap((etape) => etape.champs).map((champ) => champ.id));
  const inconnus = Object.keys(reponses).filter((id) => !connus.has(id));
  return [
    ...verifierChamps(champsDe(demarche, reponses), reponses, aujourdhui),
    ...inconnus.map((champ) => ({ champ, phrase: 'Cette réponse ne fait pas partie de la démarche.' })),
  ];
};

/** Only what was asked is kept, and a figure as a number: an answer to a question that vanished is dropped. */
export const garderUtiles = (demarche: Pick<Demarche, 'etapes'>, reponses: Reponses): Reponses =>
  Object.fromEntries(
    champsDe(demarche, reponses).flatMap((champ) =>
      vide(reponses[champ.id]) ? [] : [[champ.id, propre(champ, reponses[champ.id] as Valeur)]],
    ),
  );

const propre = (champ: Champ, valeur: Valeur): Valeur => {
  if (typeof valeur !== 'string') return valeur;
  switch (champ.type) {
    case 'nombre':
      return lireNombre(valeur, champ.unite) ?? valeur;
    case 'date':
      return lireDate(valeur) ?? valeur;
    case 'texte':
      return champ.forme ? FORMES[champ.forme].propre(valeur) : surUneLigne(valeur);
    case 'texte-long':
    case 'choix':
    case 'choix-multiple':
    case 'case':
      return valeur;
  }
};

const vide = (valeur: Valeur | undefined): boolean =>
  valeur === undefined ||
  valeur === false ||
  (typeof valeur === 'string' && estVide(valeur)) ||
  (Array.isArray(valeur) && valeur.length === 0);

const defautDe = (champ: Champ, reponses: Reponses, aujourdhui: string): string | undefined => {
  const valeur = reponses[champ.id];
  if (vide(valeur)) return champ.facultatif ? undefined : manque(champ);
  return (
    mauvais(champ, valeur as Valeur, aujourdhui) ??
    (champ.type === 'date' ? tropTot(champ, valeur as string, reponses) : undefined)
  );
};

/** An end before its beginning; a beginning that is itself wrong is said at its own place. */
const tropTot = ({ depuis }: ChampDate, valeur: string, reponses: Reponses): string | undefined => {
  const saisi = depuis && reponses[depuis];
  const [debut, fin] = [typeof saisi === 'string' ? lireDate(saisi) : undefined, lireDate(valeur)];
  if (!debut || !fin || !precede(fin, debut)) return undefined;
  return estEntiere(debut)
    ? `Choisissez le ${enLettres(debut)}, ou un jour d’après.`
    : 'Cette date vient trop tôt.';
};

const manque = (champ: Champ): string => {
  switch (champ.type) {
    case 'choix':
    case 'choix-multiple':
      return 'Choisissez une réponse.';
    case 'case':
      return 'Cochez cette case pour continuer.';
    case 'date':
      return champ.partielle
        ? 'Indiquez une date, ou au moins l’année.'
        : 'Indiquez une date, par exemple 15\u00a003\u00a02027.';
    case 'nombre':
      return 'Indiquez un nombre.';
    case 'texte':
    case 'texte-long':
      return 'Cette réponse est nécessaire.';
  }
};

const mauvais = (champ: Champ, valeur: Valeur, aujourdhui: string): string | undefined => {
  switch (champ.type) {
    case 'texte':
    case 'texte-long':
      return mauvaisTexte(champ, valeur);
    case 'nombre':
      return mauvaisNombre(champ, valeur);
    case 'date':
      return mauvaiseDate(champ, valeur, aujourdhui);
    case 'choix':
      return horsListe(champ.options, [valeur])
        ? 'Choisissez une réponse de la liste.'
        : champ.arret?.find(({ vaut }) => vaut.includes(String(valeur)))?.phrase;
    case 'choix-multiple':
      return !Array.isArray(valeur) || horsListe(champ.options, valeur)
        ? 'Choisissez parmi les réponses de la liste.'
        : undefined;
    case 'case':
      return typeof valeur === 'boolean' ? undefined : 'Cochez ou décochez la case.';
  }
};

const mauvaisTexte = (
  champ: Extract<Champ, { type: 'texte' | 'texte-long' }>,
  valeur: Valeur,
): string | undefined => {
  if (typeof valeur !== 'string') return 'Cette réponse doit être un texte.';
  if (valeur.length > champ.max)
    return `Cette réponse est trop longue\u00a0: ${nombreLisible(champ.max)} caractères au plus.`;
  if (champ.type === 'texte' && champ.forme)
    return FORMES[champ.forme].faute(FORMES[champ.forme].propre(valeur));
  return champ.facultatif || seLit(valeur) ? undefined : 'Écrivez votre réponse avec des mots.';
};

const horsListe = (options: readonly string[], valeurs: readonly Valeur[]): boolean =>
  valeurs.some((une) => typeof une !== 'string' || !options.includes(une));

const mauvaisNombre = (champ: Extract<Champ, { type: 'nombre' }>, valeur: Valeur): string | undefined => {
  const nombre = typeof valeur === 'string' ? lireNombre(valeur, champ.unite) : valeur;
  if (typeof nombre !== 'number' || !Number.isFinite(nombre) || infime(nombre))
    return 'Indiquez un nombre en chiffres, comme 1\u00a0500 ou 12,50.';
  return nombre < champ.min || nombre > champ.max
    ? `Indiquez un nombre entre ${nombreLisible(champ.min)} et ${nombreLisible(champ.max)}.`
    : undefined;
};

/** Beyond what anyone measures, and what the table can write. */
const infime = (nombre: number): boolean => nombre !== 0 && Math.abs(nombre) < 1e-9;

const mauvaiseDate = (champ: ChampDate, valeur: Valeur, aujourdhui: string): string | undefined => {
  const date = typeof valeur === 'string' ? dateDe(champ, valeur) : undefined;
  if (!date) return phraseDeDate(String(valeur), champ);
  if (champ.quand === 'passee' && precede(aujourdhui, date)) return 'Cette date doit être passée.';
  if (champ.quand === 'future' && precede(date, aujourdhui)) return 'Cette date est déjà passée.';
  return champ.age && horsAge(champ.age, date, aujourdhui) ? champ.age.phrase : undefined;
};

/** What is known of it is enough only where the question says so. */
const dateDe = ({ partielle }: ChampDate, saisie: string): string | undefined => {
  const date = lireDate(saisie);
  return date && (partielle || estEntiere(date)) ? date : undefined;
};

/** Outside the ages of the law, whatever day a date known in part may be. */
const horsAge = (
  { min = 0, max = 130 }: { min?: number | undefined; max?: number | undefined },
  naissance: string,
  aujourdhui: string,
): boolean =>
  ageLe(naissance + '-01-01'.slice(naissance.length - 4), aujourdhui) < min ||
  ageLe(naissance + '-12-31'.slice(naissance.length - 4), aujourdhui) > max;

/** Whole years: the birthday counts, the eve does not. */
const ageLe = (naissance: string, aujourdhui: string): number =>
  Number(aujourdhui.slice(0, 4)) -
  Number(naissance.slice(0, 4)) -
  (aujourdhui.slice(5) < naissance.slice(5) ? 1 : 0);
