// Any text, as fonts that are there can draw it: what no font has is said in Latin, and the paper says so.

/** What a text is drawn with: the fonts, the preferred one first, and who says other alphabets in Latin. */
export type Plumes = {
  couvertures: readonly ((point: number) => boolean)[];
  enLatin: (texte: string) => string;
};

/** A stretch of text in one font, by its rank. */
export type Morceau = { police: number; texte: string };
/** `dits`: the words that are not drawn as they were written, as they are said. `emoji`: one of them was a drawing. */
export type Ecrit = { morceaux: Morceau[]; dits: string[]; emoji: boolean };

const GRAPPES = new Intl.Segmenter('fr', { granularity: 'grapheme' });

export const ecrire = (texte: string, plumes: Plumes): Ecrit => {
  const mots = (epurer(texte).match(/\S+\s*|\s+/g) ?? []).map((mot) => ecrireMot(mot, plumes));
  return {
    morceaux: joindre(mots.flatMap(({ morceaux }) => morceaux)),
    dits: mots.flatMap(({ dits }) => dits),
    emoji: mots.some(({ emoji }) => emoji),
  };
};

/** Does a text need another alphabet's words? */
export const estTouteEcrite = (texte: string, couvertures: Plumes['couvertures']): boolean =>
  couvertures.some((couverture) => couvre(couverture, epurer(texte)));

/** Composed, without what has no ink: the marks of direction, the joiners, the controls. */
const epurer = (texte: string): string =>
  texte
    .toWellFormed()
    .normalize('NFC')
    .replace(/\u202f/g, '\u00a0')
    .replace(/(?!\u00a0)[\p{Cc}\p{Z}]/gu, ' ');

const INVISIBLES = /\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu;

const couvre = (couverture: (point: number) => boolean, texte: string): boolean =>
  [...texte].every((signe) => /\s/.test(signe) || couverture(signe.codePointAt(0) ?? 0));

type Grappe = { forme: string; dite: boolean };

const ecrireMot = (mot: string, plumes: Plumes): Ecrit => {
  const grappes = [...GRAPPES.segment(mot)].map(({ segment }) => formeDe(segment, plumes));
  const dite = grappes.some((grappe) => grappe.dite);
  const tete = grappes.findIndex(({ forme }) => /\p{L}/u.test(forme));
  const formes = grappes.map((grappe, rang) =>
    grappe.dite && rang === tete ? enTete(grappe.forme, mot) : grappe.forme,
  );
  const entier = sansRepeter(formes.join(''));
  const seule = plumes.couvertures.findIndex((couverture) => couvre(couverture, entier));
  return {
    // A word in one font is calmer than letters of two.
    morceaux:
      seule >= 0
        ? [{ police: seule, texte: entier }]
        : formes.map((texte) => ({ police: policeDe(texte, plumes), texte })),
    dits: dite ? [entier.replace(/^[^\p{L}’]+|[^\p{L}\p{M}]+$/gu, '')] : [],
    emoji: entier.includes(EMOJI),
  };
};

const policeDe = (texte: string, { couvertures }: Plumes): number =>
  Math.max(
    0,
    couvertures.findIndex((couverture) => couvre(couverture, texte)),
  );

const DESSIN = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const EMOJI = '[émoji]';
const INCONNU = '[?]';

/** A letter and its marks stay together: as they are, taken apart, without the marks that no font has, or in Latin. */
const formeDe = (grappe: string, { couvertures, enLatin }: Plumes): Grappe => {
  const nue = grappe.replace(INVISIBLES, '');
  const formes = [nue, nue.normalize('NFD'), nue.normalize('NFKC')];
  const ecrite = formes.find((forme) => couvertures.some((couverture) => couvre(couverture, forme)));
  if (ecrite !== undefined) return { forme: ecrite, dite: false };
  if (DESSIN.test(grappe)) return { forme: EMOJI, dite: false };
  const connus = [...nue.normalize('NFD')].filter((signe) =>
    couvertures.some((couverture) => couvre(couverture, signe)),
  );
  const reduite = connus.join('').normalize('NFC');
  if (/\p{L}/u.test(reduite) && couvertures.some((couverture) => couvre(couverture, reduite)))
    return { forme: reduite, dite: true };
  return {
    forme: enLatin(nue).replaceAll('`', '’') || (/^\p{M}*$/u.test(nue) ? '' : INCONNU),
    dite: /\p{L}/u.test(nue),
  };
};

/** An alphabet without capitals gives its names none. */
const enTete = (forme: string, mot: string): string =>
  /\p{Lu}/u.test(mot) ? forme : forme.replace(/\p{L}/u, (lettre) => lettre.toUpperCase());

const sansRepeter = (mot: string): string =>
  mot.replaceAll(/(\[émoji\]){2,}/g, EMOJI).replaceAll(/(\[\?\]){2,}/g, INCONNU);

const joindre = (morceaux: readonly Morceau[]): Morceau[] => {
  const joints: Morceau[] = [];
  for (const { police, texte } of morceaux.filter((morceau) => morceau.texte !== '')) {
    const dernier = joints.at(-1);
    if (dernier?.police === police) dernier.texte += texte;
    else joints.push({ police, texte });
  }
  return joints;
};
