import type { Ligne } from '../../../functions/demandes/formes.ts';
import { enBref } from '../../../functions/platform/lettres.ts';
import { jourDe, recemment, STATUTS } from '../mots.ts';
import type { Delai } from './delai.ts';
import { parSilence } from './vues.ts';

/** What the first column says once all is decided: how it ended, and when. */
export const issueDe = (ligne: Pick<Ligne, 'statut' | 'dernierMot'>, aujourdhui: string): Delai => {
  const { le } = ligne.dernierMot;
  const silence = ' par silence';
  return {
    jours: STATUTS[ligne.statut].replace(silence, ''),
    suite: parSilence(ligne) ? silence.trim() : recemment(le, aujourdhui),
    phrase: `${STATUTS[ligne.statut]}, dernier mot le ${enBref(jourDe(le))}`,
    urgence: 'calme',
  };
};
