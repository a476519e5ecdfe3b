import { mkdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { startFauxqs } from 'fauxqs';
import { REGION } from '../commun.ts';
import { portLibre } from '../ecoute.ts';

export type Files = {
  adresse: string;
  compter(file: string): number;
  rebuter(file: string, corps: unknown): void;
  fermer(): Promise<void>;
};

/** Starts SQS and SNS topics, kept in a SQLite file, and makes the dead-letter queues. */
export const ouvrirFiles = async (donnees: string, rebuts: readonly string[]): Promise<Files> => {
  const dataDir = path.join(donnees, 'fauxqs');
  mkdirSync(dataDir, { recursive: true });
  const port = await portLibre();
  const serveur = await surPlace(() => startFauxqs({ port, logger: false, dataDir, defaultRegion: REGION }));
  for (const file of rebuts)
    if (!serveur.inspectQueue(file))
      serveur.createQueue(file, { attributes: { MessageRetentionPeriod: '1209600' } });
  return {
    adresse: `http://127.0.0.1:${serveur.port}`,
    compter(file) {
      const { ready, delayed, inflight } = serveur.inspectQueue(file)?.messages ?? {
        ready: [],
        delayed: [],
        inflight: [],
      };
      return ready.length + delayed.length + inflight.length;
    },
    rebuter(file, corps) {
      serveur.sendMessage(file, JSON.stringify(corps));
    },
    fermer: () => serveur.stop(),
  };
};

/** The engine listens on every interface, whatever one asks; what failed may be personal, and stays on this machine. */
const surPlace = async <T>(ouvrir: () => Promise<T>): Promise<T> => {
  const { listen } = net.Server.prototype;
  net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]) {
    const [options, ...reste] = args;
    const ici =
      typeof options === 'object' && options !== null && 'host' in options && options.host === '0.0.0.0'
        ? { ...options, host: '127.0.0.1' }
        : options;
    return Reflect.apply(listen, this, [ici, ...reste]) as net.Server;
  } as typeof listen;
  try {
    return await ouvrir();
  } finally {
    net.Server.prototype.listen = listen;
  }
};
