import type * as z from 'zod';
import type { Detail } from '../../functions/platform/refus.ts';

/** The sentences of a contract about what was typed, one for each field. */
export const erreursDe = (schema: z.ZodType, saisie: object): Detail[] => {
  const lue = schema.safeParse(saisie);
  if (lue.success) return [];
  const parChamp = new Map(
    lue.error.issues.toReversed().map(({ path, message }) => [path.join('-'), message]),
  );
  return [...parChamp].toReversed().map(([champ, phrase]) => ({ champ, phrase }));
};
