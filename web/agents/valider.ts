import type * as z from 'zod';
import type { Detail } from '../../functions/platform/refus.ts';

/** The sentences of a contract about what was typed, one for each field. */
export const erreursDe = (schema: z.ZodType, saisie: object): Detail[] => {
  const lue = schema.safeParse(saisie);
  if (lue.success) return [];
  const parChamp = new Map(
    lue.error.issues.toReversed().map((faute) => [faute.path.join('-'), phraseDe(faute)]),
  );
  return [...parChamp].toReversed().map(([champ, phrase]) => ({ champ, phrase }));
};

/** A choice that was not made has no sentence of its own in the contracts. */
const phraseDe = ({ message }: { message: string }): string =>
  message.startsWith('Invalid') ? 'Choisissez une réponse.' : message;
