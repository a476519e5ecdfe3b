import { createHash } from 'node:crypto';
import { nomDeFichier } from '../pieces/fichier.ts';
import { typeDesOctets } from '../pieces/fichier.type.ts';
import { clePiece, OCTETS_MAX, PIECES_MAX, type Piece, PieceId } from '../pieces/piece.ts';
import { coffre } from '../platform/coffre.ts';
import { variable } from '../platform/monde.ts';
import type { Jointe } from './lecture.ts';

/** An image this small, set inside the text, is the ornament of a signature. */
const ORNEMENT = 20_000;

type De = { interaction: string; recueLe: string; nom: string };

/** Keeps the files of a mail among the pièces, under names that a second try finds again; says why others are not. */
export const garderJointes = async (
  jointes: readonly Jointe[],
  de: De,
): Promise<{ pieces: Piece[]; refusees: string[] }> => {
  const utiles = jointes.filter(({ dansLeTexte, octets }) => !dansLeTexte || octets.byteLength > ORNEMENT);
  const triees = await Promise.all(utiles.map((jointe, rang) => garder(jointe, rang, de)));
  return {
    pieces: triees.flatMap((triee) => (typeof triee === 'string' ? [] : [triee])),
    refusees: triees.flatMap((triee) => (typeof triee === 'string' ? [triee] : [])),
  };
};

const garder = async (jointe: Jointe, rang: number, de: De): Promise<Piece | string> => {
  const { nom, octets } = jointe;
  const type = await typeDesOctets(octets);
  const refus = refusDe(jointe, rang);
  if (refus) return `${nom} : ${refus}`;
  if (!type)
    return `${nom} : ce type de fichier n’est pas accepté. Envoyez un PDF ou une photo (JPEG, PNG, HEIC ou WebP).`;
  const id = pieceIdDe(`${de.interaction} ${rang}`);
  await coffre(variable('PIECES')).ecrire(clePiece(id), octets, type);
  return {
    id,
    pour: 'courriel',
    nom: nomDeFichier(nom, type),
    type,
    octets: octets.byteLength,
    recueLe: de.recueLe,
    deposeePar: de.nom,
  };
};

const refusDe = ({ octets }: Jointe, rang: number): string | undefined => {
  if (octets.byteLength === 0) return 'ce fichier est vide.';
  if (octets.byteLength > OCTETS_MAX) return 'ce fichier dépasse 10 Mo.';
  return rang >= PIECES_MAX ? `${PIECES_MAX} fichiers au plus par message.` : undefined;
};

/** The same file of the same mail always has the same identifier (a UUID of version 8). */
const pieceIdDe = (graine: string): PieceId => {
  const hexa = createHash('sha256').update(graine).digest('hex');
  return PieceId.parse(
    `${hexa.slice(0, 8)}-${hexa.slice(8, 12)}-8${hexa.slice(13, 16)}-a${hexa.slice(17, 20)}-${hexa.slice(20, 32)}`,
  );
};
