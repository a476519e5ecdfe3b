import { gzipSync } from 'node:zlib';
import type { BrowserContext, Response } from 'playwright-core';
import { arrondi, ecrit, type Ligne, type Releve } from './chiffres.ts';
import { entrer, ouvrirNavigateur } from './navigateur.ts';
import { deposer, routesDesAgents, routesDuPortail } from './pages.ts';
import { ouvrirPoche } from './poche.ts';
import { DEMARCHE } from './saisies.ts';

const DEPOT = '/demarches/:demarche/formulaire/:etape';
const JS_CIBLE = 40_000;

type Poids = { js: number; css: number; total: number };

/** What a browser that has never come downloads for each page, compressed as it travels. */
export const mesurerWeb = async (): Promise<Releve> => {
  const poche = await ouvrirPoche();
  const navigateur = await ouvrirNavigateur();
  const poids = new Map<string, Poids>();
  const visite = await navigateur.newContext();
  const { reference, code } = await deposer(visite.request, poche.base);
  const valeurs = { domaine: 'voirie', demarche: DEMARCHE, etape: '1', reference };
  const agent = await navigateur.newContext();
  await entrer(agent, poche.base, 'Karim Bellaval');
  const etats = { vide: await visite.storageState(), agent: await agent.storageState() };
  await visite.request.post(`${poche.base}/api/suivi`, { data: { reference, code } });
  const usager = await visite.storageState();
  const mesurer = async (nom: string, chemin: string, etat: typeof usager) => {
    const neuf = await navigateur.newContext({ storageState: etat });
    poids.set(nom, await peser(neuf, poche.base + chemin));
    await neuf.close();
  };
  for (const [nom, chemin] of routesDuPortail(valeurs))
    await mesurer(nom, chemin, nom.includes(':reference') ? usager : etats.vide);
  for (const [nom, chemin] of routesDesAgents(reference)) await mesurer(nom, chemin, etats.agent);
  await navigateur.close();
  await poche.arreter();
  poche.effacer();
  return relever(poids);
};

/** Opens a page once and adds up the bodies of all that it asked for. */
const peser = async (contexte: BrowserContext, adresse: string): Promise<Poids> => {
  const page = await contexte.newPage();
  const reponses: Response[] = [];
  page.on('response', (reponse) => reponses.push(reponse));
  await page.goto(adresse, { waitUntil: 'networkidle' });
  const poids: Poids = { js: 0, css: 0, total: 0 };
  for (const reponse of reponses) {
    const octets = await tailleDe(reponse);
    poids.total += octets;
    if (reponse.request().resourceType() === 'script') poids.js += octets;
    if (reponse.request().resourceType() === 'stylesheet') poids.css += octets;
  }
  return poids;
};

/** As gzip leaves it, whatever this browser and this server would agree on; what is already packed stays as it is. */
const tailleDe = async (reponse: Response): Promise<number> => {
  const corps = await reponse.body().catch(() => Buffer.alloc(0));
  return Math.min(corps.length, gzipSync(corps, { level: 9 }).length);
};

const ko = (octets: number): string => ecrit(arrondi(octets / 1000, 1));

const relever = (poids: ReadonlyMap<string, Poids>): Releve => ({
  titre: 'Premier affichage de chaque page, comprimé (JavaScript / CSS / tout, en ko)',
  lignes: [...poids].map(
    ([nom, { js, css, total }]): Ligne => ({
      quoi: nom,
      mesure: `${ko(js)} / ${ko(css)} / ${ko(total)}`,
      ...(nom === DEPOT && { cible: '≤ 40 ko de JS', tenue: js <= JS_CIBLE }),
    }),
  ),
  chiffres: { web: Object.fromEntries(poids) },
});
