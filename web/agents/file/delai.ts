import type { Ligne } from '../../../functions/demandes/formes.ts';
import { PROCHE } from '../../../functions/demandes/priorite.ts';
import { enBref } from '../../../functions/platform/lettres.ts';

export type Urgence = 'calme' | 'proche' | 'depasse';
export type Delai = { jours: string; suite: string; phrase: string; urgence: Urgence };

type Situation = Pick<Ligne, 'statut' | 'terme' | 'obligation' | 'pause' | 'agirAvant'>;

/** What to do first of a demande, as the list says it: how long, what, and a sentence for who wants to know more. */
export const delaiDe = (situation: Situation): Delai => {
  const { agirAvant, terme } = situation;
  if (!agirAvant) return SANS_DELAI;
  const { quoi, le = '', jours = 0 } = agirAvant;
  const avant = { jours: enJours(jours), urgence: urgenceDe(jours) };
  switch (quoi) {
    case 'danger':
      return {
        jours: 'Danger',
        suite: 'tout de suite',
        phrase: 'Danger signalé\u00a0: à voir tout de suite',
        urgence: 'depasse',
      };
    case 'qualifier':
      return {
        ...avant,
        suite: 'à qualifier',
        phrase: `À qualifier\u00a0: l’accusé de réception part au plus tard le ${enBref(le)}`,
      };
    case 'repondre':
      return {
        ...avant,
        suite: `puis ${terme?.sens}`,
        phrase: `${avant.jours}, puis ${terme?.sens} par silence le ${enBref(le)}`,
      };
    case 'rendre':
      return {
        ...pressant(avant),
        suite: 'à rendre',
        phrase: `${situation.obligation?.phrase} au plus tard le ${enBref(le)}`,
      };
    case 'motiver':
      return {
        ...pressant(avant),
        suite: 'raisons à donner',
        phrase: `La personne a demandé les raisons\u00a0: à donner au plus tard le ${enBref(le)}`,
      };
    case 'lire':
      return { jours: 'À lire', suite: 'un mot reçu', phrase: 'La personne a écrit', urgence: 'proche' };
    case 'attendre':
      return enPause(situation);
    case 'instruire':
      return SANS_DELAI;
  }
};

const SANS_DELAI: Delai = {
  jours: 'Sans délai',
  suite: '',
  phrase: 'Sans délai légal\u00a0: le silence ne décide rien',
  urgence: 'calme',
};

/** A text binds the commune to that day, however far it is. */
const pressant = ({
  jours,
  urgence,
}: Pick<Delai, 'jours' | 'urgence'>): Pick<Delai, 'jours' | 'urgence'> => ({
  jours,
  urgence: urgence === 'calme' ? 'proche' : urgence,
});

const ATTENDU = {
  pieces: 'pièces attendues',
  original: 'original attendu',
  verification: 'vérification',
} as const;

const enPause = ({ pause }: Situation): Delai => {
  const quoi = ATTENDU[pause?.quoi ?? 'pieces'];
  const jusquau = pause?.jusquau ? `, jusqu’au ${enBref(pause.jusquau)} au plus tard` : '';
  return {
    jours: 'En pause',
    suite: quoi,
    phrase: `Délai en pause\u00a0: ${quoi}${jusquau}`,
    urgence: 'calme',
  };
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
