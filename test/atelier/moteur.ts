import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    dynamo: string;
  }
}

/** One real DynamoDB engine, in memory, for all the tests; each file makes its own table. */
export const setup = async (projet: TestProject): Promise<() => void> => {
  const dossier = path.dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json'));
  const port = await portLibre();
  const moteur = spawn(path.join(dossier, 'dynoxide'), ['serve', '--port', String(port)], {
    stdio: 'ignore',
  });
  const adresse = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(adresse).then(
      (reponse) => reponse.ok,
      () => false,
    ))
  )
    if (moteur.exitCode !== null) throw new Error('le moteur de table n’a pas démarré');
  projet.provide('dynamo', adresse);
  return () => void moteur.kill();
};

const portLibre = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const serveur = createServer()
      .on('error', reject)
      .listen(0, '127.0.0.1', () => {
        const adresse = serveur.address();
        serveur.close(() =>
          adresse && typeof adresse === 'object' ? resolve(adresse.port) : reject(new Error('pas de port')),
        );
      });
  });
