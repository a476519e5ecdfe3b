import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { attendre } from '../../local/commun.ts';

const racine = path.resolve(import.meta.dirname, '../..');

const lancer = async (...args: string[]): Promise<{ lanceur: ChildProcess; pid: number; ligne: string }> => {
  const lanceur = spawn(process.execPath, ['bin/lancer.mjs', 'test/local/programmes/attend.ts', ...args], {
    cwd: racine,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void lanceur.kill('SIGKILL'));
  const [texte] = (await once(lanceur.stdout as NonNullable<typeof lanceur.stdout>, 'data')) as [Buffer];
  const ligne = texte.toString().trim();
  return { lanceur, ligne, pid: Number(ligne.split(' ')[0]) };
};

const vit = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it('lance le programme sous Node 24, avec ses arguments', async () => {
  expect((await lancer('un', 'deux')).ligne).toMatch(/^\d+ 24 un deux$/);
});

it('laisse le programme s’arrêter quand le lanceur est tué net', async () => {
  const { lanceur, pid } = await lancer();
  lanceur.kill('SIGKILL');
  await attendre(() => !vit(pid), 'l’arrêt du programme');
});

it('transmet le signal, et rend le code du programme', async () => {
  const { lanceur, pid } = await lancer();
  lanceur.kill('SIGTERM');
  const [code] = (await once(lanceur, 'exit')) as [number];
  expect(code).toBe(7);
  expect(vit(pid)).toBe(false);
});
