import { createHash } from 'node:crypto';
import { nomDeFichier } from '../pieces/fichier.ts';
import { typeDesOctets } from '../pieces/fichier.type.ts';
import { clePiece, OCTETS_MAX, PIECES_MAX, type Piece, PieceId } from '../pieces/piece.ts';
import { coffre } from '../platform/coffre.ts';
import { variable } from '../platform/monde.ts';
import type { Jointe } from './lecture.ts';

type De = { interaction: string; recueLe: string; nom: string };
type Examinee = Jointe & { reel: Piece['type'] } & { refus?: undefined };
type Refusee = Jointe & { refus: string };

/** What each file of a mail is, and why some cannot be kept. */
export const examiner = (jointes: readonly Jointe[]): Promise<(Examinee | Refusee)[]> => {
  let gardees = 0;
  return Promise.all(
    jointes.map(async (jointe) => {
      const reel = await typeDesOctets(jointe.octets);
      return { jointe, reel, refus: refusDe(jointe) ?? (reel ? undefined : TYPE_REFUSE) };
    }),
  ).then((lues) =>
    lues.map(({ jointe, reel, refus }) => {
      if (refus || !reel) return { ...jointe, refus: refus ?? TYPE_REFUSE };
      gardees++;
      return gardees > PIECES_MAX
        ? { ...jointe, refus: `${PIECES_MAX} fichiers au plus par message.` }
        : { ...jointe, reel };
    }),
  );
};

const TYPE_REFUSE =
  'ce type de fichier n’est pas accepté. Envoyez un PDF ou une photo (JPEG, PNG, HEIC ou WebP).';

const refusDe = ({ octets }: Jointe): string | undefined => {
  if (octets.byteLength === 0) return 'ce fichier est vide.';
  return octets.byteLength > OCTETS_MAX ? 'ce fichier dépasse 10 Mo.' : undefined;
};

/** Keeps the files of a mail among the pièces, under names that a second try finds again; says why others are not. */
export const garderJointes = async (
  { jointes, laissees }: { jointes: readonly Jointe[]; laissees: readonly string[] },
  de: De,
): Promise<{ pieces: Piece[]; refusees: string[] }> => {
  const triees = await examiner(jointes);
  const pieces = await Promise.all(
    triees.map((triee, rang) => (triee.refus === undefined ? garder(triee, rang, de) : undefined)),
  );
  return {
    pieces: pieces.filter((piece) => piece !== undefined),
    refusees: [...triees.flatMap(({ nom, refus }) => (refus ? [`${nom} : ${refus}`] : [])), ...laissees],
  };
};

const garder = async ({ nom, octets, reel }: Examinee, rang: number, de: De): Promise<Piece> => {
  const id = pieceIdDe(`${de.interaction} ${rang}`);
  await coffre(variable('PIECES')).ecrire(clePiece(id), octets, reel);
  return {
    id,
    pour: 'courriel',
    nom: nomDeFichier(nom, reel),
    type: reel,
    octets: octets.byteLength,
    recueLe: de.recueLe,
    deposeePar: de.nom,
  };
};

/** The same file of the same mail always has the same identifier (a UUID of version 8). */
const pieceIdDe = (graine: string): PieceId => {
  const hexa = createHash('sha256').update(graine).digest('hex');
  return PieceId.parse(
    `${hexa.slice(0, 8)}-${hexa.slice(8, 12)}-8${hexa.slice(13, 16)}-a${hexa.slice(17, 20)}-${hexa.slice(20, 32)}`,
  );
};
