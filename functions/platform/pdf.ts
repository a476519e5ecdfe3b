import PDFDocument from 'pdfkit';
import { type Ecrit, ecrire, type Morceau, type Plumes } from './ecriture.ts';
import { espacer } from './lettres.ts';
import { GRAISSES, type Graisse, ouvrirPolices, type Polices, plumesPour } from './polices.ts';

export const MARGE = 60;
export const ENCRE = '#1c2030';
export const DOUCE = '#555b6b';

export type Doc = PDFKit.PDFDocument;

/** How words look. */
export type Style = {
  graisse?: Graisse;
  taille?: number;
  couleur?: string;
  /** Where they stand, when it is not after the last ones. */
  x?: number;
  y?: number;
  largeur?: number;
  avant?: number;
  espacement?: number;
};

/** A document being written: tagged, so that who does not see it hears it in order (PDF/UA). */
export type Feuille = {
  doc: Doc;
  largeur: number;
  ecrire: (balise: Balise, texte: string, style?: Style) => void;
  /** A list, whose items begin by no sign of their own. */
  lister: (lignes: readonly string[]) => void;
  figurer: (alt: string, cadre: Cadre, dessiner: () => void) => void;
  /** What only the eye needs: a line, a ground, a page number. */
  orner: (dessiner: () => void) => void;
  hauteurDe: (texte: string, style: Style) => number;
  /** Tells what this paper does not draw as it was written. */
  annoter: () => void;
  signerPage: (rang: number, texte: string) => void;
  /** Goes to another page when what follows would not hold whole on this one. */
  reserver: (hauteur: number) => void;
  finir: () => Promise<Uint8Array>;
};

export type Cadre = { x: number; y: number; largeur: number; hauteur: number };

type Titres = { titre: string; auteur: string };

/** Opens a sheet. `textes` are those that it will carry: an alphabet that no font has must be known before. */
export const ouvrirFeuille = async (
  { titre, auteur }: Titres,
  textes: readonly string[],
): Promise<Feuille> => {
  const polices = ouvrirPolices();
  const plumes = await plumesPour(textes, polices);
  const doc = ouvrir({ titre, auteur }, polices);
  const octets = recueillir(doc);
  const racine = doc.struct('Document');
  doc.addStructure(racine);
  const feuille = { doc, polices, plumes, dits: new Set<string>(), emoji: false };
  const ecrireTexte = (balise: Balise, texte: string, style: Style = {}) =>
    baliser(feuille, racine, { balise, texte, style });
  return {
    doc,
    largeur: doc.page.width - 2 * MARGE,
    ecrire: ecrireTexte,
    lister: (lignes) => {
      const liste = doc.struct('L');
      racine.add(liste);
      for (const ligne of lignes) poserPuce(feuille, liste, ligne);
      liste.end();
    },
    figurer: (alt, { x, y, largeur, hauteur }, dessiner) => {
      // Its place is newer than the library's published types.
      const ou = { alt, bbox: [x, y, x + largeur, y + hauteur] } as Parameters<Doc['struct']>[1];
      racine.add(doc.struct('Figure', ou, dessiner));
    },
    orner: (dessiner) => {
      doc.markContent('Artifact', { type: 'Layout' });
      dessiner();
      doc.endMarkedContent();
    },
    hauteurDe: (texte, style) => hauteurDe(feuille, texte, style),
    annoter: () => {
      const note = noteDe(feuille);
      if (note) ecrireTexte('P', note, NOTE);
    },
    reserver: (hauteur) => reserver(doc, hauteur),
    signerPage: (rang, texte) => signerPage(feuille, rang, texte),
    finir: () => {
      racine.end();
      return octets();
    },
  };
};

const NOTE: Style = { taille: 9, couleur: DOUCE, avant: 14 };

/** What the paper does not draw is told: the record keeps it as it was written. */
const noteDe = ({ dits, emoji }: Encrier): string =>
  [
    ...(dits.size > 0
      ? [`Écrit en lettres latines : ${[...dits].join(' ; ')}. Le dossier garde l’écriture d’origine.`]
      : []),
    ...(emoji ? ['Les émojis ne s’impriment pas.'] : []),
  ].join(' ');

const ouvrir = ({ titre, auteur }: Titres, polices: Polices): Doc => {
  // PDF/UA and fonts that are already open are newer than the library's published types.
  const options = {
    size: 'A4',
    margin: MARGE,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    bufferPages: true,
    font: polices.normal[0],
    info: { Title: enXml(titre), Author: enXml(auteur) },
  };
  const doc = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
  for (const graisse of GRAISSES)
    polices[graisse].forEach((police, rang) => {
      doc.registerFont(`${graisse}-${rang}`, police as unknown as PDFKit.Mixins.PDFFontSource);
    });
  return doc;
};

/** The library writes these as they are in the XML that describes the file. */
const enXml = (texte: string): string => texte.replace(/[<>&]/g, ' ');

/**
 * Says that the file is PDF/UA-1. The library's own option for it also writes a `/CIDSet`, which ISO 14289-1 (7.21.4.2)
 * refuses: it lists the glyphs that are used, not those that the font holds.
 */
const PDF_UA =
  '<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>';

type AvecXml = { appendXML: (xml: string) => void };

const recueillir = (doc: Doc): (() => Promise<Uint8Array>) => {
  const morceaux: Uint8Array[] = [];
  const fini = new Promise<Uint8Array>((resolve) =>
    doc
      .on('data', (morceau: Uint8Array) => morceaux.push(morceau))
      .on('end', () => resolve(Buffer.concat(morceaux))),
  );
  return () => {
    (doc as unknown as AvecXml).appendXML(PDF_UA);
    doc.end();
    return fini;
  };
};

type Encrier = { doc: Doc; polices: Polices; plumes: Plumes; dits: Set<string>; emoji: boolean };

const INTERLIGNE = 3;

/** The second face is larger: at this size its lines stand where those of the first one do. */
const rapport = ({ normal: [maison, secours] }: Polices, rang: number): number =>
  rang === 0 ? 1 : maison.ascent / secours.ascent;

const dire = (encrier: Encrier, texte: string): Ecrit => {
  const ecrit = ecrire(espacer(texte), encrier.plumes);
  for (const dit of ecrit.dits) encrier.dits.add(dit);
  encrier.emoji ||= ecrit.emoji;
  return ecrit;
};

type Balise = 'P' | 'H1' | 'H2' | 'LBody' | 'Lbl';
type Dit = { balise: Balise; texte: string; style: Style };

/** A glyph may stand for several letters; who reads aloud is told which ones wherever the second face writes. */
const baliser = (
  encrier: Encrier,
  parent: PDFKit.PDFStructureElement,
  { balise, texte, style }: Dit,
): void => {
  const { morceaux } = dire(encrier, texte);
  const lu = morceaux.map((morceau) => morceau.texte).join('');
  const options = morceaux.some(({ police }) => police > 0) ? { actual: lu } : {};
  parent.add(encrier.doc.struct(balise, options, () => poserMorceaux(encrier, morceaux, style)));
};

const poserMorceaux = (encrier: Encrier, morceaux: readonly Morceau[], style: Style): void => {
  const { doc } = encrier;
  const { graisse = 'normal', taille = 11, couleur = ENCRE, avant = 0, espacement, x = MARGE } = style;
  const hauteur = style.y ?? doc.y + avant;
  morceaux.forEach(({ police, texte: morceau }, rang) => {
    const prendre = () =>
      doc
        .font(`${graisse}-${police}`)
        .fontSize(taille * rapport(encrier.polices, police))
        .fillColor(couleur);
    prendre();
    // A page that begins in the middle of a text begins with the first font of the document.
    doc.on('pageAdded', prendre);
    const options = {
      continued: rang < morceaux.length - 1,
      width: style.largeur ?? doc.page.width - MARGE - x,
      lineGap: INTERLIGNE,
      characterSpacing: espacement ?? 0,
    };
    if (rang === 0) doc.text(morceau, x, hauteur, options);
    else doc.text(morceau, options);
    doc.off('pageAdded', prendre);
  });
};

/** Below the margin, where the library would open another page. */
const signerPage = (encrier: Encrier, rang: number, texte: string): void => {
  const { doc } = encrier;
  doc.switchToPage(rang);
  doc.page.margins.bottom = 0;
  doc.markContent('Artifact', { type: 'Pagination' });
  const style = { taille: 8.5, couleur: DOUCE, y: doc.page.height - 40 };
  poserMorceaux(encrier, dire(encrier, texte).morceaux, style);
  doc.endMarkedContent();
};

const reserver = (doc: Doc, hauteur: number): void => {
  if (doc.y + hauteur > doc.page.height - doc.page.margins.bottom) doc.addPage();
};

/** A line of text and the air above it. */
const LIGNE = 24;
const RETRAIT = 14;

const poserPuce = (encrier: Encrier, liste: PDFKit.PDFStructureElement, ligne: string): void => {
  const { doc } = encrier;
  const puce = doc.struct('LI');
  liste.add(puce);
  reserver(doc, LIGNE);
  const haut = doc.y + 4;
  baliser(encrier, puce, { balise: 'Lbl', texte: '•', style: { y: haut } });
  baliser(encrier, puce, { balise: 'LBody', texte: ligne, style: { x: MARGE + RETRAIT, y: haut } });
  puce.end();
};

/** How high a text will stand, in the first face: the second one is as high. */
const hauteurDe = (
  { doc }: Encrier,
  texte: string,
  { graisse = 'normal', taille = 11, largeur = 100 }: Style,
) => doc.font(`${graisse}-0`).fontSize(taille).heightOfString(texte, { width: largeur, lineGap: INTERLIGNE });
