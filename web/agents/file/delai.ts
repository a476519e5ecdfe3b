import type { Ligne } from '../../../functions/demandes/formes.ts';
import { enBref } from '../../../functions/platform/lettres.ts';

/** Below this many days, the legal date calls for the eye (the first reminder of the clock: 15 days). */
export const PROCHE = 15;

export type Urgence = 'calme' | 'proche' | 'depasse';
export type Delai = { jours: string; suite: string; phrase: string; urgence: Urgence };

type Situation = Pick<Ligne, 'statut' | 'terme' | 'obligation' | 'joursRestants'>;

/** The legal date as the queue says it: how long, then what silence will mean. */
export const delaiDe = ({ statut, terme, obligation, joursRestants }: Situation): Delai => {
  if (!terme && obligation && joursRestants !== undefined) return aRendre(obligation, joursRestants);
  if (!terme || joursRestants === undefined) return sansTerme(statut);
  const suite = statut === 'a-qualifier' ? 'à qualifier' : `puis ${terme.sens}`;
  const jours = enJours(joursRestants);
  return {
    jours,
    suite,
    phrase:
      statut === 'a-qualifier'
        ? `${jours} si c’est une demande libre\u00a0: la date légale dépend de la démarche`
        : `${jours}, puis ${terme.sens} par silence le ${enBref(terme.le)}`,
    urgence: urgenceDe(joursRestants),
  };
};

/** The law binds the commune, and its silence decides nothing. */
const aRendre = ({ le, phrase }: NonNullable<Ligne['obligation']>, jours: number): Delai => ({
  jours: enJours(jours),
  suite: 'à rendre',
  phrase: `${phrase} au plus tard le ${enBref(le)}`,
  urgence: jours < 0 ? 'depasse' : 'proche',
});

const sansTerme = (statut: Situation['statut']): Delai =>
  statut === 'incomplete'
    ? {
        jours: 'En pause',
        suite: 'pièces attendues',
        phrase: 'Délai en pause, des pièces sont attendues',
        urgence: 'calme',
      }
    : {
        jours: 'Sans délai',
        suite: '',
        phrase: 'Sans délai légal\u00a0: le silence ne décide rien',
        urgence: 'calme',
      };

/** « 12 jours », « demain », « dépassé ». */
export const enJours = (jours: number): string => {
  if (jours < 0) return 'dépassé';
  if (jours === 0) return 'aujourd’hui';
  return jours === 1 ? 'demain' : `${jours}\u00a0jours`;
};

export const urgenceDe = (jours: number): Urgence => {
  if (jours < 0) return 'depasse';
  return jours < PROCHE ? 'proche' : 'calme';
};
