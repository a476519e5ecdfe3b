import * as z from 'zod';
import { PIECES_MAX, PieceId } from './piece.ts';

const MEME_FICHIER = 'Le même fichier est joint deux fois.';
const TROP = `${PIECES_MAX} fichiers au plus.`;
const sansDouble = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** A piece that has arrived, and which expected pièce it answers. */
const Jointe = z.object({ pour: z.string().max(60), depot: PieceId });
export const Jointes = z
  .array(Jointe)
  .max(PIECES_MAX, TROP)
  .refine((jointes) => sansDouble(jointes.map(({ depot }) => depot)), MEME_FICHIER);

/** Files that the commune joins to what it writes: they answer no pièce. */
export const FichiersJoints = z.array(PieceId).max(PIECES_MAX, TROP).refine(sansDouble, MEME_FICHIER);
