import type { Ligne } from '../../../functions/demandes/formes.ts';
import { enBref } from '../../../functions/platform/lettres.ts';
import { jourDe, STATUTS } from '../mots.ts';
import type { Delai } from './delai.ts';
import { parSilence } from './vues.ts';

/** What the first column says once all is decided: how it ended, and when. */
export const issueDe = (ligne: Pick<Ligne, 'statut' | 'dernierMot'>): Delai => {
  const quand = enBref(jourDe(ligne.dernierMot.le));
  const [mot = '', ...reste] = STATUTS[ligne.statut].split(' ');
  return {
    jours: mot,
    suite: parSilence(ligne) ? reste.join(' ') : quand,
    phrase: `${STATUTS[ligne.statut]}, dernier mot le ${quand}`,
    urgence: 'calme',
  };
};
