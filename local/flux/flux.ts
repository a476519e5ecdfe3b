import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Manifeste } from '../fonctions.ts';
import { type Alentours, consommer } from './consommateur.ts';
import { lecteurDe } from './enregistrement.ts';

/**
 * Feeds the actions that live on the tables' streams. One reader for all, as on AWS, where it hands over to queues; here the
 * engine's own file is the queue, and nothing is copied but what fails.
 */
export type Flux = { calme(): boolean; fermer(): Promise<void> };

/** Often enough for a person not to notice, rare enough to cost nothing: the question is one integer in shared memory. */
const BATTEMENT = 40;

export const ouvrirFlux = ({
  communes,
  manifeste,
  base,
  ...alentours
}: Alentours & { base: DatabaseSync; communes: readonly string[]; manifeste: Manifeste }): Flux => {
  const sources = manifeste.entrees.flatMap(({ nom, contract: { sur } }) =>
    sur?.type === 'flux' ? [{ action: nom, voulus: sur.voulus }] : [],
  );
  const lecteur = lecteurDe(base);
  const consommateurs = communes.flatMap((commune) =>
    sources.map((source) => consommer({ ...alentours, lecteur }, { commune, ...source })),
  );
  let vu = Math.min(...consommateurs.map((consommateur) => consommateur.position()));
  /** The stream is read once, for all. */
  const annoncer = (): void => {
    const annonces = lecteur.annonces(vu);
    vu = annonces.at(-1)?.id ?? vu;
    for (const consommateur of consommateurs) consommateur.annoncer(annonces, vu);
  };
  const version = base.prepare('PRAGMA data_version');
  let vue: SQLOutputValue | undefined;
  const regarder = (): void => {
    const lue = version.get()?.data_version;
    if (lue !== vue) annoncer();
    vue = lue;
    for (const consommateur of consommateurs) consommateur.eveiller();
  };
  const battement = setInterval(regarder, BATTEMENT);
  return {
    calme() {
      // Whoever asks is waiting for it: the next beat is too far.
      regarder();
      return consommateurs.every((consommateur) => consommateur.calme());
    },
    async fermer() {
      clearInterval(battement);
      await Promise.all(consommateurs.map((consommateur) => consommateur.fermer()));
    },
  };
};

/** Forgets the stream records that every consumer has passed; the engine numbers the next one after the last kept. */
export const elaguerFlux = (base: DatabaseSync, registre: DatabaseSync, consommateurs: number): void => {
  const { nombre, position } = registre
    .prepare('SELECT COUNT(*) AS nombre, MIN(position) AS position FROM positions')
    .get() as { nombre: number; position: number | null };
  if (nombre < consommateurs || position === null) return;
  base
    .prepare(
      'DELETE FROM _stream_records WHERE id <= ? AND id NOT IN (SELECT MAX(id) FROM _stream_records GROUP BY table_name)',
    )
    .run(position);
};
