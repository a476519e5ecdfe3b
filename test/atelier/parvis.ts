import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as tourDeBoucle } from 'node:timers/promises';

const RACINE = path.resolve(import.meta.dirname, '../..');

export type Parvis = {
  base: string;
  port: number;
  smtp: number;
  donnees: string;
  processus: ChildProcess;
  paroles(): string;
  tuer(): Promise<void>;
  arreter(): Promise<void>;
};

/** Starts the whole product as `npm start` does, on ports and data of its own. Ready when /api/sante answers. */
export const demarrerParvis = async ({
  donnees = mkdtempSync(path.join(tmpdir(), 'parvis-')),
  port,
  racine = RACINE,
  ville = 'vide',
}: {
  donnees?: string;
  port?: number;
  racine?: string;
  ville?: 'vide' | 'pleine';
} = {}): Promise<Parvis> => {
  const lancement = await lancer({ donnees, port: port ?? (await portLibre()), racine, ville });
  const debut = Date.now();
  while (
    !(await fetch(`${lancement.base}/api/sante`).then(
      (reponse) => reponse.ok,
      () => false,
    ))
  ) {
    if (lancement.processus.exitCode !== null)
      throw new Error(`Parvis s’est arrêté :\n${lancement.paroles()}`);
    if (Date.now() - debut > PATIENCE[ville])
      throw new Error(`Parvis n’a pas démarré :\n${lancement.paroles()}`);
  }
  return lancement;
};

/** A town takes its time on a busy machine. */
const PATIENCE = { vide: 60_000, pleine: 180_000 };

/** Starts it without waiting: for what must not start. */
export const lancer = async ({
  donnees,
  port,
  racine = RACINE,
  ville = 'vide',
}: {
  donnees: string;
  port: number;
  racine?: string;
  ville?: 'vide' | 'pleine';
}): Promise<Parvis> => {
  const smtp = await portLibre();
  const processus = spawn(process.execPath, [path.join(racine, 'bin/local.ts')], {
    cwd: racine,
    env: {
      ...process.env,
      PORT: String(port),
      SMTP_PORT: String(smtp),
      PARVIS_DATA: donnees,
      PARVIS_VILLE: ville,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let dit = '';
  for (const sortie of [processus.stdout, processus.stderr])
    sortie.setEncoding('utf8').on('data', (texte: string) => (dit += texte));
  const finir = async (signal: NodeJS.Signals) => {
    if (processus.exitCode !== null || processus.signalCode !== null) return;
    processus.kill(signal);
    await once(processus, 'exit');
  };
  return {
    base: `http://localhost:${port}`,
    port,
    smtp,
    donnees,
    processus,
    paroles: () => dit,
    tuer: () => finir('SIGKILL'),
    arreter: async () => {
      await finir('SIGTERM');
      rmSync(donnees, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
};

export const portLibre = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const serveur = createServer()
      .on('error', reject)
      .listen(0, () => {
        const adresse = serveur.address();
        serveur.close(() =>
          adresse && typeof adresse === 'object' ? resolve(adresse.port) : reject(new Error('pas de port')),
        );
      });
  });

/** Waits until something is true: tests never sleep for a guessed time. */
export const attendreQue = async <T>(
  observer: () => Promise<T>,
  vrai: (vu: T) => boolean,
  delai = 20_000,
): Promise<T> => {
  const debut = Date.now();
  for (;;) {
    const vu = await observer();
    if (vrai(vu)) return vu;
    await tourDeBoucle();
    if (Date.now() - debut > delai) throw new Error(`toujours pas : ${JSON.stringify(vu).slice(0, 600)}`);
  }
};
