import { stemmer } from '@orama/stemmers/french';
import MiniSearch from 'minisearch';

/** What may answer a few words: a démarche, or where else to go. */
export type Cherchable = { id: string; nom: string; resume: string; mots: readonly string[] };

/** Words that carry no need. */
const VIDES = new Set(
  `a ai aie ait alors as au aucun aussi aux avait avec avoir bien c ca car ce cela celle celui ces cet cette chez
  comme comment combien d dans de dedans depuis des deux devant dois doit donc du elle elles en encore est et etait ete
  etre eux fais fait faire falloir faut faudrait gens grand gros ici il ils j jai je jamais juste l la le les leur lui m ma
  mais me mes met mettre moi mon monsieur madame bonjour svp merci n ne nous on ont ou par parce pas peu peut peux plus
  possible pour pourquoi pouvoir pourrais pourrait qu quand que quel quelle quelles quels quelqu quelque qui quoi s sa sais
  sans se ses si sont souhaite sous suis sur t ta te tes toi ton toujours tous tout toute toutes tres trop trouve tu un une
  va vais veut veux viens vient voici voila voir vont vos votre voudrais voulons vous vu y ceci aimerais aimerait besoin
  demande demander obtenir demarche mairie commune`.split(/\s+/),
);

/** Several words for one thing, of which the first alone would say another. */
const COMPOSES = /nouveaux? nee?s?\b|nids? de poules?\b|rendez vous\b/g;

/** The words of a sentence, without accents, elisions opened: « l’école » is « l » then « ecole ». */
const couper = (texte: string): string[] =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(COMPOSES, (mots) => mots.replace(/ /g, '').replace(/[sx]$/, ''))
    .split(' ')
    .filter((mot) => mot !== '' && !VIDES.has(mot));

/** « cassee », without its accent, is stemmed as « casse »: once more, and it is the stem of « casser ». */
const raciner = (mot: string): string => {
  if (/\d/.test(mot)) return mot;
  const racine = stemmer(mot);
  return racine.endsWith('e') ? stemmer(racine) : racine;
};

/** Below this share of the best score, a result only looks like the words typed. */
const PART_MIN = 0.4;
/** What the rest of an answer's words add to its best phrase. */
const RESTE = 0.25;
/** What a word that was guessed weighs, beside those that were read. */
const PART_DEVINEE = 0.5;

type Phrase = { id: number; rang: number; phrase: string; tout: string };

/** A search by the words of everyday life: stems, accents, plurals and typos forgiven; a whole phrase counts most. */
export const indexer = <R extends Cherchable>(reponses: readonly R[]): ((saisie: string) => R[]) => {
  const racines = new Map<string, string>();
  const racineDe = (mot: string): string => {
    const racine = racines.get(mot) ?? raciner(mot);
    racines.set(mot, racine);
    return racine;
  };
  const index = new MiniSearch<Phrase>({
    fields: ['phrase', 'tout'],
    storeFields: ['rang', 'tout'],
    tokenize: couper,
    processTerm: racineDe,
  });
  const phrases = phrasesDe(reponses);
  index.addAll(phrases);
  const corriger = correcteur(racines);
  const rareteDe = rareteParReponse(phrases, racineDe);
  return (saisie) => {
    const mots = couper(saisie);
    const lectures = mots.flatMap((mot, rang) => corriger(mot, rang === mots.length - 1));
    const surs = new Set(lectures.flatMap(({ lu, sur }) => (sur ? [racineDe(lu)] : [])));
    const boostTerm = (racine: string) => rareteDe(racine) * (surs.has(racine) ? 1 : PART_DEVINEE);
    const notes = new Map<number, { mieux: number; reste: number }>();
    for (const { rang, tout, score } of index.search(lectures.map(({ lu }) => lu).join(' '), { boostTerm })) {
      const note = notes.get(rang) ?? { mieux: 0, reste: 0 };
      if (tout) note.reste = score;
      else note.mieux = Math.max(note.mieux, score);
      notes.set(rang, note);
    }
    const classees = [...notes]
      .map(([rang, { mieux, reste }]) => ({ rang, note: mieux + RESTE * reste }))
      .sort((une, autre) => autre.note - une.note);
    const seuil = (classees[0]?.note ?? 0) * PART_MIN;
    return classees.flatMap(({ rang, note }) => (note >= seuil && reponses[rang]) || []);
  };
};

const phrasesDe = (reponses: readonly Cherchable[]): Phrase[] =>
  reponses
    .flatMap(({ nom, resume, mots }, rang) => [
      ...[nom, ...mots].map((phrase) => ({ rang, phrase, tout: '' })),
      { rang, phrase: '', tout: [nom, resume, ...mots].join(' ') },
    ])
    .map((phrase, id) => ({ id, ...phrase }));

/** How rare a word is among `total` texts of which `combien` hold it (BM25). */
const rarete = (combien: number, total: number): number =>
  Math.log(1 + (total - combien + 0.5) / (combien + 0.5));

/** A word is as rare as the answers that hold it are few, however many phrases of one answer say it. */
const rareteParReponse = (
  phrases: readonly Phrase[],
  racineDe: (mot: string) => string,
): ((racine: string) => number) => {
  const ou = new Map<string, { phrases: number; reponses: Set<number> }>();
  for (const { rang, phrase } of phrases)
    for (const racine of new Set(couper(phrase).map(racineDe))) {
      const note = ou.get(racine) ?? { phrases: 0, reponses: new Set() };
      ou.set(racine, { phrases: note.phrases + 1, reponses: note.reponses.add(rang) });
    }
  const reponses = new Set(phrases.map(({ rang }) => rang)).size;
  return (racine) => {
    const note = ou.get(racine);
    return note ? rarete(note.reponses.size, reponses) / rarete(note.phrases, phrases.length) : 1;
  };
};

/** A word nearly as it is heard: « terase » sounds like « terrasse », « simetiere » like « cimetière ». */
const sonDe = (mot: string): string =>
  mot
    .replace(/ph/g, 'f')
    .replace(/qu|c(?![eiyh])/g, 'k')
    .replace(/c(?=[eiy])|z/g, 's')
    .replace(/y/g, 'i')
    .replace(/eau|au/g, 'o')
    .replace(/e(?=[nm])/g, 'a')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/[esxtd]+$/, '');

/** A word of the index, and whether the person wrote it or it was guessed. */
type Lecture = { lu: string; sur: boolean };

/** A word that is not in the index is read as at most so many. */
const LECTURES_MAX = 4;

/**
 * Reads a word that nobody wrote as those that it begins, if it is the last and still being typed, else that sound like it, else that are spelled almost alike: one
 * letter wrong, two in a long word. The first letter is rarely the wrong one: « pasport » is no « rapport ».
 */
const correcteur = (racines: ReadonlyMap<string, string>): ((mot: string, dernier: boolean) => Lecture[]) => {
  const connus = [...racines.keys()];
  const atteintes = new Set(racines.values());
  const sons = new Map<string, string[]>();
  for (const mot of connus) sons.set(sonDe(mot), [...(sons.get(sonDe(mot)) ?? []), mot]);
  const epeles = new MiniSearch<{ id: number; mot: string }>({ fields: ['mot'], storeFields: ['mot'] });
  epeles.addAll(connus.map((mot, id) => ({ id, mot })));
  const epelesComme = (mot: string): string[] => {
    const proches = epeles.search(mot, { fuzzy: mot.length < 7 ? 1 : 2 }).map(({ mot: lu }) => String(lu));
    const memeDebut = proches.filter((lu) => lu[0] === mot[0]);
    return (memeDebut.length > 0 ? memeDebut : proches).slice(0, 1);
  };
  const devines = (mot: string, dernier: boolean): string[] => {
    const lectures = [
      dernier ? connus.filter((connu) => connu.startsWith(mot)) : [],
      sons.get(sonDe(mot)) ?? [],
      mot.length > 4 ? epelesComme(mot) : [],
    ];
    return lectures.find(({ length }) => length > 0) ?? [];
  };
  const estConnu = (mot: string): boolean => racines.has(mot) || atteintes.has(raciner(mot));
  return (mot, dernier) => {
    if (estConnu(mot)) return [{ lu: mot, sur: true }];
    const lisible = mot.length > 3 && !/\d/.test(mot);
    return (lisible ? devines(mot, dernier) : []).slice(0, LECTURES_MAX).map((lu) => ({ lu, sur: false }));
  };
};
