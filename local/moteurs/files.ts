import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startFauxqs } from 'fauxqs';
import { REGION } from '../commun.ts';
import { portLibre } from '../ecoute.ts';

export type Files = { adresse: string; compter(file: string): number; rebuter(file: string, corps: unknown): void; fermer(): Promise<void> };

/** Starts SQS and SNS topics, kept in a SQLite file, and makes the dead-letter queues. */
export const ouvrirFiles = async (donnees: string, rebuts: readonly string[]): Promise<Files> => {
  const dataDir = path.join(donnees, 'fauxqs');
  mkdirSync(dataDir, { recursive: true });
  const serveur = await startFauxqs({ port: await portLibre(), logger: false, dataDir, defaultRegion: REGION });
  for (const file of rebuts) if (!serveur.inspectQueue(file)) serveur.createQueue(file, { attributes: { MessageRetentionPeriod: '1209600' } });
  return {
    adresse: `http://127.0.0.1:${serveur.port}`,
    compter(file) {
      const { ready, delayed, inflight } = serveur.inspectQueue(file)?.messages ?? { ready: [], delayed: [], inflight: [] };
      return ready.length + delayed.length + inflight.length;
    },
    rebuter(file, corps) {
      serveur.sendMessage(file, JSON.stringify(corps));
    },
    fermer: () => serveur.stop(),
  };
};
