import http from 'node:http';
import { arrondi, ecrit, type Releve } from './chiffres.ts';
import { ouvrirPoche } from './poche.ts';

const N = 2000;
const TOURS = 3;
const CONCURRENCE = 8;
const CIBLE = 200;

/** A rejection suspended twice: the clock, the working days, the appeal and nine sentences. */
const CAS = JSON.stringify({
  regime: 'SVR',
  delai: 'P2M',
  recue: '2026-03-02T09:00:00+01:00',
  fuseau: 'Europe/Paris',
  calendrier: 'metropole',
  evenements: [
    { type: 'original-demande', le: '2026-03-10' },
    { type: 'pieces-demandees', le: '2026-03-15', jusquau: '2026-03-30' },
    { type: 'original-produit', le: '2026-03-20' },
    { type: 'pieces-recues', le: '2026-03-25', complet: true },
  ],
});

type Question = { method: string; path: string; corps?: string };
const SIMULER: Question = { method: 'POST', path: '/api/simulations/echeance', corps: CAS };
const SANTE: Question = { method: 'GET', path: '/api/sante' };

/** Simulations per second through the HTTP door and the handler, beside an action that does nothing, each in turn. */
export const mesurerSimulations = async (): Promise<Releve> => {
  const poche = await ouvrirPoche();
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENCE });
  const poser = unePorte(agent, poche.port);
  const durees = { simuler: 0, sante: 0 };
  // The first calls load and compile: they are not what an agent waits for.
  await secondesPour(N / 4, () => poser(SIMULER));
  await secondesPour(N / 4, () => poser(SANTE));
  for (let tour = 0; tour < TOURS; tour++) {
    durees.sante += await secondesPour(N, () => poser(SANTE));
    durees.simuler += await secondesPour(N, () => poser(SIMULER));
  }
  agent.destroy();
  await poche.arreter();
  poche.effacer();
  return relever((N * TOURS) / durees.simuler, (N * TOURS) / durees.sante);
};

const unePorte =
  (agent: http.Agent, port: number) =>
  ({ method, path, corps }: Question): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = {
        host: `localhost:${port}`,
        ...(corps && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(corps) }),
      };
      http
        .request({ agent, host: '127.0.0.1', port, method, path, headers })
        .on('error', reject)
        .on('response', (reponse) => {
          reponse.resume().on('end', () => {
            if (reponse.statusCode === 200) resolve();
            else reject(new Error(`${method} ${path} : ${reponse.statusCode}`));
          });
        })
        .end(corps);
    });

const secondesPour = async (n: number, tir: () => Promise<void>): Promise<number> => {
  const debut = performance.now();
  let reste = n;
  const file = async (): Promise<void> => {
    while (reste-- > 0) await tir();
  };
  await Promise.all(Array.from({ length: CONCURRENCE }, file));
  return (performance.now() - debut) / 1000;
};

const relever = (simulations: number, sante: number): Releve => {
  const parSeconde = arrondi(simulations);
  const ratio = arrondi(simulations / sante, 2);
  return {
    titre: `Simulations d’échéance, ${CONCURRENCE} à la fois, par la porte HTTP et sa fonction`,
    lignes: [
      {
        quoi: 'par seconde',
        mesure: ecrit(parSeconde),
        cible: `≥ ${CIBLE}`,
        tenue: parSeconde >= CIBLE,
      },
      {
        quoi: 'rapporté à une action vide (GET /api/sante)',
        mesure: `${parSeconde} / ${arrondi(sante)} = ${ecrit(ratio)}`,
      },
    ],
    chiffres: { simulations: { parSeconde, ratio } },
  };
};
