import type { Ligne } from '../../../functions/demandes/formes.ts';
import { enBref } from '../../../functions/platform/lettres.ts';

/** Below this many days, the legal date calls for the eye (the first reminder of the clock: 15 days). */
export const PROCHE = 15;

export type Urgence = 'calme' | 'proche' | 'depasse';
export type Delai = { jours: string; suite: string; phrase: string; urgence: Urgence };

type Situation = Pick<Ligne, 'statut' | 'terme' | 'joursRestants'>;

/** The legal date as the queue says it: how long, then what silence will mean. */
export const delaiDe = ({ statut, terme, joursRestants }: Situation): Delai => {
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
