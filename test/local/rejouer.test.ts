import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';

const PROGRAMME = path.resolve(import.meta.dirname, '../../bin/rejouer.ts');

/** Lambda, which answers each round in turn. */
const uneLambda = async (...tours: object[]) => {
  const appels: string[] = [];
  const serveur = http.createServer((requete, reponse) => {
    appels.push(requete.url ?? '');
    requete.resume().on('end', () => reponse.end(JSON.stringify(tours.shift() ?? { refaits: 0, restes: 0 })));
  });
  serveur.listen(0, '127.0.0.1');
  await once(serveur, 'listening');
  onTestFinished(() => void serveur.close());
  return { appels, adresse: `http://127.0.0.1:${(serveur.address() as AddressInfo).port}` };
};

const lancer = async (adresse: string, ...args: string[]) => {
  const programme = spawn(process.execPath, [PROGRAMME, ...args], {
    env: {
      PATH: process.env.PATH,
      AWS_ENDPOINT_URL_LAMBDA: adresse,
      AWS_REGION: 'eu-west-3',
      AWS_ACCESS_KEY_ID: 'essai',
      AWS_SECRET_ACCESS_KEY: 'essai',
    },
  });
  const [sortie, erreurs, [code]] = await Promise.all([
    text(programme.stdout),
    text(programme.stderr),
    once(programme, 'exit') as Promise<[number]>,
  ]);
  return { sortie, erreurs, code };
};

describe('npm run rejouer', () => {
  it('recommence tant qu’un tour sert, et dit combien', async () => {
    const { appels, adresse } = await uneLambda({ refaits: 900, restes: 0 }, { refaits: 30, restes: 0 });
    expect(await lancer(adresse, 'relancer')).toEqual({
      sortie: '930 message(s) repris.\n',
      erreurs: '',
      code: 0,
    });
    expect(appels).toHaveLength(3);
    expect(appels[0]).toContain('/functions/relancer/');
  });

  it('échoue et le dit quand il reste quelque chose', async () => {
    const { adresse } = await uneLambda({ refaits: 1, restes: 2 });
    const { erreurs, code } = await lancer(adresse, 'relancer');
    expect(erreurs).toMatch(/^2 échouent encore/);
    expect(code).toBe(1);
  });

  it('sans fonction, dit laquelle donner', async () => {
    const { erreurs, code } = await lancer('http://127.0.0.1:1');
    expect(erreurs).toContain('fonction relancerPerdus');
    expect(code).toBe(2);
  });
});
