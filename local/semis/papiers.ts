import { crc32, deflateSync } from 'node:zlib';
import type { Hasard } from './hasard.ts';

/** A file that someone sends. */
export type Papier = { nom: string; type: 'image/png' | 'application/pdf'; contenu: Buffer };

/** A small PDF of one page, plainly a specimen. */
export const unPdf = (nom: string, titre: string, auteur: string): Papier => {
  const lignes = [titre, `Remis par ${auteur}`, 'Document fictif, pour la démonstration de Parvis.'];
  const texte = lignes
    .map((ligne, i) => `BT /F1 ${i === 0 ? 20 : 12} Tf 60 ${740 - i * 34} Td (${enPdf(ligne)}) Tj ET`)
    .join('\n');
  const objets = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${texte.length} >>\nstream\n${texte}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  return { nom: `${nom}.pdf`, type: 'application/pdf', contenu: Buffer.from(assembler(objets), 'latin1') };
};

const assembler = (objets: readonly string[]): string => {
  let corps = '%PDF-1.4\n';
  const places = objets.map((objet, i) => {
    const place = corps.length;
    corps += `${i + 1} 0 obj\n${objet}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return `${corps}xref\n0 ${objets.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objets.length + 1} /Root 1 0 R >>\nstartxref\n${corps.length}\n%%EOF`;
};

/** What Windows-1252 writes as Latin-1 does; the rest loses its ornaments, and what is left becomes a question mark. */
const enPdf = (texte: string): string =>
  [...texte.replace(/[’‘]/g, "'").replace(/œ/g, 'oe')]
    .map((lettre) => (lettre.charCodeAt(0) < 256 ? lettre : sansOrnement(lettre)))
    .join('')
    .replace(/[\\()]/g, '\\$&');
const sansOrnement = (lettre: string): string => {
  const nue = lettre.normalize('NFD').charAt(0);
  return nue.charCodeAt(0) < 256 ? nue : '?';
};

const LARGEUR = 240;
const HAUTEUR = 160;
type Couleur = readonly [number, number, number];

/** A small PNG that one can tell from another: a sky, a ground, something on it. */
export const unePhoto = (nom: string, { entre }: Hasard): Papier => {
  const ciel: Couleur = [entre(150, 200), entre(180, 220), entre(215, 245)];
  const sol: Couleur = [entre(110, 170), entre(100, 150), entre(80, 130)];
  const objet: Couleur = [entre(40, 120), entre(40, 110), entre(40, 110)];
  const [x, y, cote] = [entre(40, 160), entre(60, 90), entre(24, 60)];
  const couleurA = (colonne: number, ligne: number): Couleur => {
    if (colonne >= x && colonne < x + cote && ligne >= y && ligne < y + cote) return objet;
    return ligne < HAUTEUR * 0.55 ? ciel : sol;
  };
  const lignes = Array.from({ length: HAUTEUR }, (_, ligne) => [
    0,
    ...Array.from({ length: LARGEUR }, (__, colonne) => couleurA(colonne, ligne)).flat(),
  ]);
  return { nom: `${nom}.png`, type: 'image/png', contenu: enPng(Buffer.from(lignes.flat())) };
};

const enPng = (pixels: Buffer): Buffer => {
  const entete = Buffer.alloc(13);
  entete.writeUInt32BE(LARGEUR, 0);
  entete.writeUInt32BE(HAUTEUR, 4);
  // Eight bits a colour, three colours, no interlace.
  entete.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    bloc('IHDR', entete),
    bloc('IDAT', deflateSync(pixels)),
    bloc('IEND', Buffer.alloc(0)),
  ]);
};

const bloc = (nom: string, contenu: Buffer): Buffer => {
  const longueur = Buffer.alloc(4);
  longueur.writeUInt32BE(contenu.length);
  const somme = Buffer.alloc(4);
  const corps = Buffer.concat([Buffer.from(nom, 'latin1'), contenu]);
  somme.writeUInt32BE(crc32(corps));
  return Buffer.concat([longueur, corps, somme]);
};
