import type { Commune } from '../commune/commune.ts';
import { lireNumeroDe, smsPossible } from '../envois/numero.ts';
import { Refus } from '../platform/refus.ts';
import { telephoneLisible } from './telephone.ts';

type Joignable = {
  telephone?: string | undefined;
  adresse?: { pays?: string | undefined };
  sansSms?: true | undefined;
};
type Ville = Pick<Commune, 'calendrier' | 'echanges'>;

/** Keeps the phone of who asks as the whole world dials it, read from this commune. Throws what to mend. */
export const rendreJoignable = <U extends Joignable>(usager: U, commune: Ville): U => {
  if (!usager.telephone) return usager;
  const { calendrier } = commune;
  const lu = lireNumeroDe(usager.telephone, { calendrier, pays: usager.adresse?.pays });
  if ('phrase' in lu) throw new Refus('entree-invalide', [{ champ: 'usager.telephone', phrase: lu.phrase }]);
  return direSansSms({ ...usager, telephone: lu.numero }, commune);
};

/** Marks a phone for which no SMS can leave, so that another way is chosen and that everyone is told. */
export const direSansSms = <U extends Joignable>(usager: U, { echanges }: Pick<Commune, 'echanges'>): U => {
  const { sansSms: _, ...reste } = usager;
  const impossible = usager.telephone && !smsPossible(usager.telephone, echanges.smsVers);
  return { ...(reste as U), ...(impossible && { sansSms: true as const }) };
};

/** What is said to who asked for SMS, when none can leave. */
export const avisSansSms = ({
  courriel,
  parSms,
  sansSms,
  telephone = '',
}: Joignable & { courriel?: string | undefined; parSms: boolean }): { titre: string; lignes: string[] }[] =>
  sansSms && (parSms || !courriel)
    ? [
        {
          titre: 'Aucun SMS ne peut partir vers ce numéro',
          lignes: [
            `La mairie ne peut pas envoyer de SMS au ${telephoneLisible(telephone)}.`,
            courriel
              ? `Elle écrira par e-mail à ${courriel}.`
              : 'Elle répondra par courrier ou par téléphone.',
          ],
        },
      ]
    : [];
