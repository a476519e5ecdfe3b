import { fileTypeFromBuffer } from 'file-type';
import { TypePiece } from './piece.ts';

/** Enough of a file to know what it is, whatever its name pretends. */
export const OCTETS_DE_TETE = 4100;

/** Readers of PDF look for its mark this far: printers and mail gateways write before it. */
const AVANT_LE_PDF = 1024;
const PDF = Buffer.from('%PDF-');

/** What a file is, by its bytes; undefined when it is nothing that is accepted. */
export const typeDesOctets = async (octets: Uint8Array): Promise<TypePiece | undefined> => {
  const mime = (await fileTypeFromBuffer(octets).catch(() => undefined))?.mime;
  const reel = TypePiece.safeParse(mime?.replace(/-sequence$/, ''));
  if (reel.success) return reel.data;
  if (estHeif(octets)) return 'image/heic';
  // A program or an archive may hold the mark as well: only what is nothing else is a PDF that begins late.
  return mime === undefined && commenceEnPdf(octets) ? 'application/pdf' : undefined;
};

const commenceEnPdf = (octets: Uint8Array): boolean =>
  Buffer.from(octets.subarray(0, AVANT_LE_PDF + PDF.length)).includes(PDF);

/** Brands of still images coded by HEVC (ISO/IEC 23008-12), of which a phone may announce any first. */
const HEIF = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'mif2', 'msf1'];

const estHeif = (octets: Uint8Array): boolean => {
  const tete = Buffer.from(octets.subarray(0, 256));
  if (tete.toString('latin1', 4, 8) !== 'ftyp') return false;
  const fin = Math.min(tete.length, tete.readUInt32BE(0));
  const marques = [tete.toString('latin1', 8, 12)];
  for (let ou = 16; ou + 4 <= fin; ou += 4) marques.push(tete.toString('latin1', ou, ou + 4));
  return !marques.includes('avif') && marques.some((une) => HEIF.includes(une));
};
