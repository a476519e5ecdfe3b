import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type QuandFini, unDossier } from './atelier.ts';
import type { Item } from './fonctions/table.ts';

const depot = path.resolve(import.meta.dirname, '../..');
type Courriel = { id: number; commune: string; a: string; objet: string; le: string };

export type Poste = Awaited<ReturnType<typeof demarrerPoste>>;

/** The communes of the repository without its fronts: nothing is built here. */
const uneRacine = (quandFini: QuandFini): string => {
  const racine = unDossier(quandFini);
  for (const dossier of ['demonstration', 'demarches', 'orientations', 'statemachines'])
    cpSync(path.join(depot, dossier), path.join(racine, dossier), { recursive: true });
  return racine;
};

/** One pocket cloud for the tests that only look. */
export const unPostePartage = (): (() => Poste) => {
  let poste: Poste;
  const fins: (() => void | Promise<void>)[] = [];
  beforeAll(async () => {
    const quandFini: QuandFini = (fin) => fins.unshift(fin);
    poste = await demarrerPoste(unDossier(quandFini), quandFini);
  });
  afterAll(async () => {
    for (const fin of fins) await fin();
  });
  return () => poste;
};

/** The pocket cloud in a process of its own, that a test may kill. */
export const demarrerPoste = async (donnees: string, quandFini: QuandFini = onTestFinished) => {
  const racine = uneRacine(quandFini);
  const enfant: ChildProcess = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'programmes/poste.ts'), donnees, racine],
    { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  );
  quandFini(() => void enfant.kill('SIGKILL'));
  const [dit] = (await once(enfant.stdout as NonNullable<typeof enfant.stdout>, 'data')) as [Buffer];
  const { port, smtpPort } = JSON.parse(dit.toString()) as { port: number; smtpPort: number };
  const adresse = `http://127.0.0.1:${port}`;
  const lire = async <T>(chemin: string): Promise<T> => (await fetch(adresse + chemin)).json() as Promise<T>;
  const ecrire = async (chemin: string, corps: unknown): Promise<Response> =>
    fetch(adresse + chemin, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(corps),
    });
  return {
    adresse,
    smtpPort,
    lire,
    ecrire,
    deposer: (id: string) => ecrire('/api/demandes', { id, a: `${id}@exemple.test` }),
    courriels: () => lire<Courriel[]>('/local/courriels'),
    items: async (type: string): Promise<Item[]> =>
      (await lire<{ items: Item[] }>('/api/interactions')).items.filter((item) => item.type === type),
    poster: (message: { to: string; text: string | Buffer }) =>
      createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true }).sendMail({
        from: 'leo@exemple.test',
        subject: 'Essai',
        ...message,
      }),
    moteur: () => Number(readFileSync(path.join(donnees, 'dynoxide.pid'), 'utf8')),
    async tuer() {
      const fin = once(enfant, 'exit');
      enfant.kill('SIGKILL');
      await fin;
    },
  };
};
