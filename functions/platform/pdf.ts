import path from 'node:path';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { variable } from './monde.ts';

/** `repere` is what one must find at a glance: a reference. */
export type Page = {
  emetteur: string;
  titre: string;
  repere: string;
  sections: readonly { titre: string; lignes: readonly string[] }[];
  /** A square that a phone reads, and what it says to whoever does not see it. */
  carre?: { contenu: string; legende: string };
};

/** The fonts stand beside the commune's file: PDF/UA wants them embedded. */
const police = (graisse: 400 | 700): string =>
  path.join(path.dirname(variable('COMMUNE')), 'polices', `noto-sans-latin-${graisse}-normal.woff`);

const ENCRE = '#1c2030';
const ACCENT = '#23527c';
const DOUCE = '#555b6b';
const MARGE = 64;

/** A letter as a tagged PDF (PDF/UA): titles and paragraphs are structure, not only ink. */
export const imprimer = async ({ emetteur, titre, repere, sections, carre }: Page): Promise<Uint8Array> => {
  // PDF/UA is newer than the library's published types.
  const options = {
    size: 'A4',
    margin: MARGE,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    subset: 'PDF/UA',
    font: police(400),
    info: { Title: titre, Author: emetteur },
  };
  const doc = new PDFDocument(options as PDFKit.PDFDocumentOptions);
  const morceaux: Uint8Array[] = [];
  const fini = new Promise<Uint8Array>((resolve) =>
    doc
      .on('data', (morceau: Uint8Array) => morceaux.push(morceau))
      .on('end', () => resolve(Buffer.concat(morceaux))),
  );
  doc.registerFont('normal', police(400)).registerFont('gras', police(700));
  const racine = doc.struct('Document');
  doc.addStructure(racine);
  const ajouter = (balise: 'P' | 'H1' | 'H2', ecrire: () => PDFKit.PDFDocument): void => {
    racine.add(doc.struct(balise, {}, () => void ecrire()));
  };
  ajouter('P', () => doc.font('normal').fontSize(11).fillColor(DOUCE).text(emetteur));
  ajouter('H1', () => doc.moveDown(0.6).font('gras').fontSize(21).fillColor(ENCRE).text(titre));
  ajouter('P', () =>
    doc.moveDown(0.5).font('gras').fontSize(26).fillColor(ACCENT).text(repere, { characterSpacing: 1.5 }),
  );
  for (const section of sections) {
    ajouter('H2', () => doc.moveDown(1.1).font('gras').fillColor(ENCRE).fontSize(13).text(section.titre));
    for (const ligne of section.lignes)
      ajouter('P', () => doc.moveDown(0.25).font('normal').fontSize(11).text(ligne, { lineGap: 2 }));
  }
  if (carre)
    racine.add(doc.struct('Figure', { alt: carre.legende }, () => dessinerCarre(doc, carre.contenu)));
  racine.end();
  doc.end();
  return fini;
};

/** In points: five centimetres, which an old phone reads at arm's length. */
const COTE = 142;

/** A QR code drawn as squares, below the text. */
const dessinerCarre = (doc: PDFKit.PDFDocument, contenu: string): void => {
  const { data, size } = encode(contenu, { ecc: 'M', border: 0 });
  if (doc.y + COTE + MARGE > doc.page.height) doc.addPage();
  const pas = COTE / size;
  const haut = doc.y + 12;
  doc.fillColor(ENCRE);
  data.forEach((ligne, y) => {
    ligne.forEach((plein, x) => {
      if (plein) doc.rect(MARGE + x * pas, haut + y * pas, pas, pas);
    });
  });
  doc.fill();
};
