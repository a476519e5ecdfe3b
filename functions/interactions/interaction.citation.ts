import { DECOR, decorDe, type Entete, entetesDe, type Ligne, ligneDe } from './interaction.entetes.ts';

/** A mail that answers another one: what the person wrote, and what their program recalled under it. */
export type Separe = { texte: string; citation: string };

/**
 * Nothing is dropped: a line is either the person's or recalled. A quotation begins only where a program says whose words
 * follow, with an address or a date; what comes after its marks is the person's again. Unmarked, it must be of someone whom
 * `estConnue` knows: what a third party wrote is shown by the person.
 */
export const separer = (texte: string, estConnue: (adresse: string) => boolean = () => true): Separe => {
  const lignes = texte.split('\n').map(ligneDe);
  const citees = marquer(lignes, estConnue);
  replierSignature(lignes, citees);
  return {
    texte: garder(lignes, (rang) => !citees.has(rang)),
    citation: garder(lignes, (rang) => citees.has(rang)),
  };
};

const garder = (lignes: readonly Ligne[], choisir: (rang: number) => boolean): string =>
  lignes
    .filter((_, rang) => choisir(rang))
    .map(({ brute }) => brute)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const marquer = (lignes: readonly Ligne[], estConnue: (adresse: string) => boolean): Set<number> => {
  const citees = new Set<number>();
  const citer = (du: number, au: number): number => {
    for (let i = du; i < au; i++) citees.add(i);
    return au;
  };
  const enteteA = entetesDe(lignes, estConnue);
  let enConversation = false;
  for (let rang = 0; rang < lignes.length; ) {
    const fin = citationDe(lignes, rang, enteteA(rang));
    enConversation ||= fin !== undefined;
    if (fin !== undefined) rang = citer(decorDe(lignes, rang), fin);
    else if (lignes[rang]?.marque && enConversation) rang = citer(rang, finDesMarques(lignes, rang));
    else rang++;
  }
  return citees;
};

/** Where the quotation under a head ends; undefined when nothing under it is one. */
const citationDe = (
  lignes: readonly Ligne[],
  rang: number,
  entete: Entete | undefined,
): number | undefined => {
  if (!entete) return undefined;
  const { fin, entiere } = entete;
  const suivante = passerVides(lignes, fin);
  if (lignes[suivante]?.marque || lignes[rang]?.marque) return finDesMarques(lignes, suivante);
  return entiere ? lignes.length : undefined;
};

const passerVides = (lignes: readonly Ligne[], rang: number): number => {
  const suite = lignes.findIndex(({ vide }, i) => i >= rang && !vide);
  return suite === -1 ? lignes.length : suite;
};

/** The end of lines that begin with `>`, and of the blanks between them. */
const finDesMarques = (lignes: readonly Ligne[], depuis: number): number => {
  let fin = depuis;
  for (let i = depuis; i < lignes.length && (lignes[i]?.marque || lignes[i]?.vide); i++)
    if (lignes[i]?.marque) fin = i + 1;
  return fin;
};

const APPAREIL =
  "(?:(?:mon|ma|un|my|an?) .{2,40}|l['’]appli(?:cation)? .{2,40}|(?:(?:la )?messagerie|yahoo|outlook|orange|sfr|free|la ?poste|proton|k-9|bluemail|mail|courrier|gmail|android|samsung|galaxy)\\b.{0,50})";
const SIGNATURE = new RegExp(
  `^(?:envoyé (?:de|depuis|à partir de|avec|via) ${APPAREIL}|sent (?:from|with|via) ${APPAREIL}|(?:obtenir|obtenez|télécharger|téléchargez|get) outlook (?:pour|for) .{2,80}|provenance : (?:courrier|mail) .{0,40})$`,
  'i',
);
/** Places, not devices: a person may have sent something « depuis la poste ». */
const LIEU = /\b(?:poste de|mairie|bureau|travail|domicile|école|adresse)\b/i;

/** « Envoyé de mon iPhone », last of what the person wrote: their phone wrote it. */
const replierSignature = (lignes: readonly Ligne[], citees: Set<number>): void => {
  const propres = lignes.map((_, rang) => rang).filter((rang) => !citees.has(rang) && lignes[rang]?.dite);
  for (const rang of propres.slice(-2).reverse()) {
    const { dite = '' } = lignes[rang] ?? {};
    const seule = rang === 0 || lignes[rang - 1]?.dite === '' || citees.has(rang - 1);
    if (DECOR.test(dite) || (seule && dite.length < 120 && SIGNATURE.test(dite) && !LIEU.test(dite)))
      citees.add(rang);
    else return;
  }
};
