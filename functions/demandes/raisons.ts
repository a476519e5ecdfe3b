import * as z from 'zod';

/**
 * Reasons that a person can read, check and contest (CRPA L211-5, L114-5, L114-6, R113-6, R115-5). A full stop, « néant »
 * or « voir ci-dessus » satisfies a form, and leaves a decision without reasons, which a judge quashes.
 */
export const sontDesRaisons = (texte: string): boolean => {
  const disent = new Set(motsQuiDisent(texte)).size;
  const ecrits = new Set(unites(texte).filter((mot) => !/\d/.test(mot))).size;
  return disent >= MOTS_DE_FAIT || (disent > 0 && ecrits >= PHRASE);
};

/** A text and where in it: neither an article without its code, nor a code without its article (CRPA L211-5). */
export const estUnTexte = (texte: string): boolean => {
  const dits = unites(texte);
  const situe = dits.some((mot) => /\d/.test(mot));
  const textes = dits.filter((mot) => GENRES.has(mot) || (!estUnNumero(mot) && dit(mot, texte)));
  return textes.length > 0 && (situe || new Set(textes).size > 1);
};

/** In fact, two words that say something at least: « rue barrée ». */
const MOTS_DE_FAIT = 2;
/** Or a sentence around one: « le document est périmé ». */
const PHRASE = 4;

/** Letters and figures alone, without accents nor what the eye does not see: what is left is what was said. */
const unites = (texte: string): string[] =>
  texte
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Cc}]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const motsQuiDisent = (texte: string): string[] =>
  unites(texte).filter((mot) => !estUnNumero(mot) && dit(mot, texte));

/** « L2213 », « 3 », « r » before a number: where, not what. */
const estUnNumero = (mot: string): boolean => /\d/.test(mot) || mot.length < 2;

const dit = (mot: string, texte: string): boolean =>
  mot.length >= 3 && !VIDES.has(mot) && !/^(\p{L}{1,2})\1+\p{L}?$/u.test(mot) && sePrononce(mot, texte);

/** Keys struck at random have no vowel, or their order on the keyboard; an acronym is written in capitals. */
const sePrononce = (mot: string, texte: string): boolean => {
  if (!/^\p{Script=Latin}+$/u.test(mot)) return true;
  const sigle = mot.length <= 6 && texte.normalize('NFKD').includes(mot.toUpperCase());
  return sigle || (/[aeiouyœæ]/.test(mot) && !RANGEES.some((rangee) => rangee.includes(mot)));
};

const RANGEES = ['azertyuiop', 'qsdfghjklm', 'wxcvbn', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklm'];

/** Kinds of texts: they found a decision once they are named or numbered, and say nothing of a situation. */
const GENRES: ReadonlySet<string> = new Set(
  'accord arrete arretes charte circulaire code codes constitution convention decret decrets deliberation directive loi lois ordonnance plan reglement reglements statut statuts traite'.split(
    ' ',
  ),
);

/** Words that point elsewhere, that repeat the decision, or that only hold a sentence together. */
const VIDES: ReadonlySet<string> = new Set(
  `abc absence absent adieu afin ailleurs ainsi alinea alors apres art arts article articles aucun aucune aucuns aussi autre autres
  autrement avant avec avis avoir avons avez ayant bien blabla bla bonjour bref car ceci cela celle celles celui ces cet cette
  ceux chaque chose choses ci cite cites comme commune completer concerne conforme conformement considerant consultez copie
  courrier courriel dans decide decidee decision decisions dehors demande demandee demandes depuis des dessous dessus deja
  detail details devant dire divers document documents donc dont dossier dossiers droit droits elle elles email encore entre
  est etait etaient etant etc ete etes etre evident evidemment exemple explication explications expose fait faite faites faits
  faut faveur fin fois fondement haut hello ici idem identique il ils indeterminee indetermine inconnu inconnue infra interne
  joint jointe jointes joints jour jours jusque les lettre leur leurs lorem ipsum madame maire mairie mais meme memes mention
  merci message mon monsieur motif motifs motivation motive mots neant neanmoins non nos notre nous null objet par parce pareil
  pas pendant peut piece pieces plus point pour pourquoi precedemment precedent precedente precise precision preciser
  precisions precite precitee puis que quel quelle quelles quelque quelques quels qui quoi raison raisonnable raisons rapport
  ras refus refuse refusee refuser rejet rejete rejetee rejeter renseigner retire retiree retirer retrait rien sans selon ses
  seulement service simple simplement situation soit son sont sous suis suite suivant suivante sujet supra sur tel telle telles
  tels test teste tests texte textes toujours tous tout toute toutes trop tbd todo une vide vise visee vises votre voila voir
  voire vos vous vu xxx`.split(/\s+/),
);

const PAS_DES_FAITS = 'Écrivez les raisons elles-mêmes : la personne doit les comprendre sans autre papier.';
const PAS_UN_TEXTE = 'Nommez le texte et son article, par exemple « CGCT, article L2213-1 ».';
const PAS_UN_MOTIF = 'Dites-le avec des mots que la personne comprendra.';

const texte = (manque: string, max: number) => z.string().trim().min(1, manque).max(max);

/** Why, in fact. */
export const EnFait = (manque: string, max = 4000) =>
  texte(manque, max).refine((dit) => !dit || sontDesRaisons(dit), PAS_DES_FAITS);

/** Why, in law. */
export const EnDroit = (manque: string, max = 2000) =>
  texte(manque, max).refine((dit) => !dit || estUnTexte(dit), PAS_UN_TEXTE);

/** A reason of a few words: « illisible » is enough of a pièce. */
export const EnBref = (manque: string, max = 1000) =>
  texte(manque, max).refine((dit) => !dit || estUnMotif(dit), PAS_UN_MOTIF);

/** The same, where saying nothing is allowed. */
export const motifFacultatif = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((dit) => !dit || estUnMotif(dit), PAS_UN_MOTIF)
    .default('');

export const estUnMotif = (texte: string): boolean => motsQuiDisent(texte).length > 0 || nEstPasJoint(texte);

/** « Elle n’était pas jointe »: « voir pièce jointe » points elsewhere, but this is all there is to say of what is missing. */
const nEstPasJoint = (texte: string): boolean => {
  const mots = unites(texte);
  return mots.includes('pas') && mots.some((mot) => /^joint(e|s|es)?$/.test(mot));
};
