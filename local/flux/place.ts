import type { DatabaseSync } from 'node:sqlite';
import { AGE_MAX } from '../commun.ts';
import { vraiMaintenant } from '../horloge.ts';

/** Where a consumer is: the last record it has done with, and how often the next one has failed. */
export type Place = { position: number; essais: number; depuis: number | null; prochaine: number };
export type Reglages = { essaisMax: number; delaiAvant(essais: number): number };

export const placeA = (position: number): Place => ({ position, essais: 0, depuis: null, prochaine: 0 });

/** Where a consumer stands after the record that follows `position` has failed once more. */
export const apresEchec = (
  place: Place,
  position: number,
  { essaisMax, delaiAvant }: Reglages,
): Place & { epuise: boolean } => {
  const meme = place.position === position && place.essais > 0;
  const essais = meme ? place.essais + 1 : 1;
  const depuis = (meme && place.depuis) || vraiMaintenant();
  const epuise = essais >= essaisMax || vraiMaintenant() - depuis >= AGE_MAX;
  return {
    position,
    essais,
    depuis,
    epuise,
    prochaine: vraiMaintenant() + (epuise ? 0 : delaiAvant(essais)),
  };
};

/** Reads and keeps a consumer's place, across restarts. What waited for another try tries again at once in a new life. */
export const placeGardee = (registre: DatabaseSync, consommateur: string) => {
  const lecture = registre.prepare(
    'SELECT position, essais, depuis, 0 AS prochaine FROM positions WHERE consommateur = ?',
  );
  const ecriture = registre.prepare(
    'INSERT OR REPLACE INTO positions (consommateur, position, essais, depuis) VALUES (?, ?, ?, ?)',
  );
  return {
    lire: (): Place => (lecture.get(consommateur) as Place | undefined) ?? placeA(0),
    garder: ({ position, essais, depuis }: Place): void => {
      ecriture.run(consommateur, position, essais, depuis);
    },
  };
};
