import { encode } from 'uqr';
import { DOUCE, ENCRE, type Feuille, MARGE, ouvrirFeuille } from './pdf.ts';

/** Who writes, at the head of the paper. */
export type EnTete = {
  nom: string;
  adresse: readonly string[];
  telephone: string;
  courriel: string;
  accent: string;
};

/** A square that a phone reads, and what it opens, for who reads no square. */
export type Carre = { contenu: string; titre: string; lignes: readonly string[] };

/** A paper of the commune. `reperes` are what one must find at a glance: a reference, a day, a service. */
export type Page = {
  entete: EnTete;
  titre: string;
  reperes: readonly { nom: string; valeur: string }[];
  /** To whom it is posted. */
  destinataire?: readonly string[];
  /** Lines that begin by « • » and follow each other are a list. */
  sections: readonly { titre: string; lignes: readonly string[] }[];
  /** Whose hand signs it (CRPA L212-1). */
  signature?: string;
  carre: Carre;
};

/** Writes a paper as a tagged PDF, in the fonts of the commune. */
export const imprimer = async (page: Page): Promise<Uint8Array> => {
  const feuille = await ouvrirFeuille({ titre: page.titre, auteur: page.entete.nom }, textesDe(page));
  // The first page keeps its foot for the square.
  feuille.doc.page.margins.bottom = MARGE + hauteurDuCarre(feuille, page.carre) + AIR;
  ecrireEnTete(feuille, page.entete);
  if (page.destinataire) adresserA(feuille, page.destinataire);
  feuille.ecrire('H1', page.titre, { graisse: 'gras', taille: 21, avant: 26 });
  ecrireReperes(feuille, page);
  for (const { titre, lignes } of page.sections) {
    // A title never ends a page.
    feuille.reserver(TITRE);
    if (titre) feuille.ecrire('H2', titre, { graisse: 'gras', taille: 13, avant: 16 });
    for (const bloc of enBlocs(lignes)) ecrireBloc(feuille, bloc);
  }
  if (page.signature) laisserSigner(feuille, page.signature);
  feuille.annoter();
  ecrireCarre(feuille, page.carre);
  numeroter(feuille, `${page.entete.nom} – ${page.reperes.map(({ valeur }) => valeur)[0] ?? ''}`);
  return feuille.finir();
};

const textesDe = ({ entete, titre, reperes, destinataire = [], sections, signature = '', carre }: Page) => [
  ...[titre, signature, entete.nom, ...entete.adresse, ...destinataire, carre.titre, ...carre.lignes],
  ...reperes.map(({ valeur }) => valeur),
  ...sections.flatMap((section) => [section.titre, ...section.lignes]),
];

const TETE = 46;
const TITRE = 64;

const ecrireEnTete = (feuille: Feuille, { nom, adresse, telephone, courriel, accent }: EnTete): void => {
  const { doc, ecrire, largeur, orner } = feuille;
  const droite = { x: FENETRE.x, largeur: MARGE + largeur - FENETRE.x, taille: 9.5, couleur: DOUCE };
  ecrire('P', nom, { graisse: 'gras', taille: 16, couleur: accent, y: TETE, largeur: largeur / 2 - 12 });
  const bas = doc.y;
  [...adresse, `Téléphone : ${telephone}`, courriel].forEach((ligne, rang) => {
    ecrire('P', ligne, rang === 0 ? { ...droite, y: TETE + 2 } : droite);
  });
  doc.y = Math.max(bas, doc.y) + 8;
  orner(() => doc.rect(MARGE, doc.y, largeur, 2).fill(accent));
  doc.y += 2;
};

/** Where the window of a French envelope stands, in points: 105 mm from the left, 50 mm from the top. */
const FENETRE = { x: 312, y: 142 };
/** Below the window, which is 40 mm high. */
const SOUS_FENETRE = 256;

const adresserA = ({ doc, ecrire }: Feuille, lignes: readonly string[]): void => {
  const debut = Math.max(FENETRE.y, doc.y + 10);
  lignes.forEach((ligne, rang) => {
    ecrire('P', ligne, { x: FENETRE.x, ...(rang === 0 && { y: debut }) });
  });
  doc.y = Math.max(doc.y, SOUS_FENETRE);
};

const COLONNE = 12;

/** One beside the other, on a ground of the commune's colour. */
const ecrireReperes = (feuille: Feuille, { reperes, entete: { accent } }: Page): void => {
  const { doc, ecrire, largeur, orner, hauteurDe } = feuille;
  const colonne = (largeur - COLONNE) / Math.max(1, reperes.length) - COLONNE;
  const styleDe = (rang: number) => ({
    graisse: 'gras' as const,
    taille: rang === 0 ? 16 : 11,
    couleur: rang === 0 ? accent : ENCRE,
    largeur: colonne,
    espacement: rang === 0 ? 0.8 : 0,
  });
  const haut = doc.y + 10;
  const hauteur = Math.max(...reperes.map(({ valeur }, rang) => hauteurDe(valeur, styleDe(rang)))) + 34;
  orner(() =>
    doc.save().roundedRect(MARGE, haut, largeur, hauteur, 4).fillOpacity(0.08).fill(accent).restore(),
  );
  reperes.forEach(({ nom, valeur }, rang) => {
    const x = MARGE + COLONNE + rang * (colonne + COLONNE);
    ecrire('P', nom, { x, y: haut + 8, taille: 9, couleur: DOUCE, largeur: colonne });
    ecrire('P', valeur, { x, y: haut + 22, ...styleDe(rang) });
  });
  doc.y = haut + hauteur;
};

type Bloc = { puces: string[] } | { ligne: string };

/** Lines that begin by a bullet are gathered. */
const enBlocs = (lignes: readonly string[]): Bloc[] => {
  const blocs: Bloc[] = [];
  for (const ligne of lignes
    .flatMap((une) => une.split(/[\r\n\u2028\u2029]+/))
    .filter((une) => une.trim() !== '')) {
    const puce = /^[•–-] +(.*)$/s.exec(ligne)?.[1];
    const dernier = blocs.at(-1);
    if (puce === undefined) blocs.push({ ligne });
    else if (dernier && 'puces' in dernier) dernier.puces.push(puce);
    else blocs.push({ puces: [puce] });
  }
  return blocs;
};

const ecrireBloc = ({ ecrire, lister }: Feuille, bloc: Bloc): void => {
  if ('puces' in bloc) lister(bloc.puces);
  else ecrire('P', bloc.ligne, { avant: 4 });
};

const SIGNATURE = 78;

const laisserSigner = ({ doc, ecrire, largeur, reserver }: Feuille, qualite: string): void => {
  reserver(SIGNATURE);
  ecrire('P', qualite, { x: MARGE + largeur / 2, avant: 22 });
  doc.y += SIGNATURE - 30;
};

/** In points: thirty-four millimetres, which an old phone reads at arm's length. */
const COTE = 96;

/** Of the square and of what is said beside it, with the air above. */
const hauteurDuCarre = (feuille: Feuille, { titre, lignes }: Carre): number => {
  const largeur = feuille.largeur - COTE - ECART;
  return Math.max(COTE, hauteurDes(feuille, { titre, lignes }, largeur)) + AIR;
};
const [ECART, AIR] = [20, 14];

/** At the foot of the first page: it is the same place on every paper, and is never alone on a page. */
const ecrireCarre = (feuille: Feuille, carre: Carre): void => {
  const { doc, ecrire, figurer, largeur, orner } = feuille;
  const { contenu, titre, lignes } = carre;
  const texte = { x: MARGE + COTE + ECART, largeur: largeur - COTE - ECART };
  doc.switchToPage(0);
  doc.page.margins.bottom = MARGE;
  const haut = doc.page.height - MARGE - hauteurDuCarre(feuille, carre) + AIR;
  orner(() => doc.rect(MARGE, haut - AIR, largeur, 0.75).fill('#d9d6cf'));
  figurer(`Code à lire : ${contenu}`, { x: MARGE, y: haut, largeur: COTE, hauteur: COTE }, () =>
    dessiner(doc, contenu, haut),
  );
  ecrire('P', titre, { ...texte, y: haut, graisse: 'gras', taille: 11 });
  for (const ligne of lignes) ecrire('P', ligne, { ...texte, avant: 3, taille: 10 });
};

const hauteurDes = (
  { hauteurDe }: Feuille,
  { titre, lignes }: Pick<Carre, 'titre' | 'lignes'>,
  largeur: number,
): number =>
  lignes.reduce(
    (haut, ligne) => haut + 3 + hauteurDe(ligne, { taille: 10, largeur }),
    hauteurDe(titre, { graisse: 'gras', largeur }),
  );

const dessiner = (doc: Feuille['doc'], contenu: string, haut: number): void => {
  const { data, size } = encode(contenu, { ecc: 'M', border: 0 });
  const pas = COTE / size;
  doc.fillColor(ENCRE);
  data.forEach((ligne, y) => {
    ligne.forEach((plein, x) => {
      if (plein) doc.rect(MARGE + x * pas, haut + y * pas, pas, pas);
    });
  });
  doc.fill();
};

/** At the foot of each page, for who holds only one. */
const numeroter = ({ doc, signerPage }: Feuille, quoi: string): void => {
  const { start, count } = doc.bufferedPageRange();
  for (let rang = start; rang < start + count; rang += 1)
    signerPage(rang, `${quoi} – page ${rang + 1} sur ${count}`);
};
