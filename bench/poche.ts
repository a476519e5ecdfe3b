import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Consigne, Recit } from './charge.ts';

export type Poche = {
  port: number;
  base: string;
  donnees: string;
  /** Resolves when every effect of what was done has been seen through. */
  calme(): Promise<void>;
  arreter(): Promise<void>;
  effacer(): void;
};

/** Benches keep away from the ports of `npm start` and of the tests. */
export const PORTS = { porte: 3650, smtp: 3651 };

/** A fresh pocket cloud, on data of its own, where nobody lives unless said. */
export const ouvrirPoche = async (ville: 'vide' | 'pleine' = 'vide'): Promise<Poche> => {
  const donnees = mkdtempSync(path.join(tmpdir(), 'parvis-banc-'));
  const processus = fork(path.join(import.meta.dirname, 'poche.processus.ts'), {
    execArgv: process.env.BANC_PROFIL ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : [],
    env: {
      ...process.env,
      PORT: String(PORTS.porte),
      SMTP_PORT: String(PORTS.smtp),
      PARVIS_DATA: donnees,
      PARVIS_VILLE: ville,
    },
  });
  await attendre(processus, 'pret');
  const demander = (ordre: 'calme' | 'arreter') => {
    const fait = attendre(processus, ordre);
    processus.send(ordre);
    return fait;
  };
  return {
    port: PORTS.porte,
    base: `http://localhost:${PORTS.porte}`,
    donnees,
    calme: () => demander('calme'),
    arreter: async () => {
      const fini = once(processus, 'exit');
      await demander('arreter');
      await fini;
    },
    effacer: () => rmSync(donnees, { recursive: true, force: true }),
  };
};

const attendre = (processus: ChildProcess, mot: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const entendre = (dit: unknown): void => {
      if (dit !== mot) return;
      processus.off('message', entendre).off('exit', partir);
      resolve();
    };
    const partir = () => reject(new Error(`le nuage de poche s’est arrêté avant « ${mot} »`));
    processus.on('message', entendre).once('exit', partir);
  });

/** Sends a crowd. */
export const charger = async (consigne: Consigne): Promise<Recit> => {
  // Bytes must stay bytes on the way.
  const foule = fork(path.join(import.meta.dirname, 'charge.ts'), { serialization: 'advanced' });
  foule.send(consigne);
  const [recit] = (await once(foule, 'message')) as [Recit];
  return recit;
};
