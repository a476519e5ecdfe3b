import type { DatabaseSync } from 'node:sqlite';

/** Reads and keeps up to which record of the stream a consumer has been handed its own, across restarts. */
export const placeGardee = (registre: DatabaseSync, consommateur: string) => {
  const lecture = registre.prepare('SELECT position FROM positions WHERE consommateur = ?');
  const ecriture = registre.prepare(
    'INSERT OR REPLACE INTO positions (consommateur, position) VALUES (?, ?)',
  );
  return {
    lire: (): number => Number(lecture.get(consommateur)?.position ?? 0),
    garder: (position: number): void => {
      ecriture.run(consommateur, position);
    },
  };
};
