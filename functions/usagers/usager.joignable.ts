import type { Commune } from '../commune/commune.ts';
import { lireNumero } from '../envois/numero.ts';
import { Refus } from '../platform/refus.ts';

type Joignable = { telephone?: string | undefined };

/** Keeps the phone of who asks as the whole world dials it, read from this commune. Throws what to mend. */
export const rendreJoignable = <U extends Joignable>(
  usager: U,
  { calendrier }: Pick<Commune, 'calendrier'>,
): U => {
  if (!usager.telephone) return usager;
  const lu = lireNumero(usager.telephone, calendrier);
  if ('phrase' in lu) throw new Refus('entree-invalide', [{ champ: 'usager.telephone', phrase: lu.phrase }]);
  return { ...usager, telephone: lu.numero };
};
