import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { arrondi, ecrit, type Ligne, mediane, type Releve } from './chiffres.ts';
import { cheminDuNavigateur, drapeaux } from './navigateur.ts';
import { ouvrirPoche } from './poche.ts';
import { DEMARCHE } from './saisies.ts';

const FOIS = 3;
const CIBLE = 98;
const PAGES = { accueil: '/', depot: `/demarches/${DEMARCHE}/formulaire/1` };

type Rapport = {
  lhr: {
    categories: Record<string, { score: number | null }>;
    audits: Record<string, { numericValue?: number; score: number | null; scoreDisplayMode: string }>;
  };
};
type Lighthouse = (url: string, options: object) => Promise<Rapport>;
type Lanceur = {
  launch(options: object): Promise<{ port: number; kill(): void }>;
};

const installer = (): void => {
  if (existsSync(path.join(import.meta.dirname, 'node_modules/lighthouse'))) return;
  console.error('  installation de ce que seuls les bancs demandent (bench/package.json)…');
  execSync('npm ci --loglevel=error', { cwd: import.meta.dirname, stdio: 'inherit' });
};

/** Both live in `bench/node_modules`: only benches need them. */
const charger = async <T>(paquet: string): Promise<T> =>
  (await import(pathToFileURL(createRequire(import.meta.url).resolve(paquet)).href)) as T;

/** Lighthouse, mobile, as the median of a few runs: a shared machine has moods. */
export const mesurerLighthouse = async (): Promise<Releve> => {
  installer();
  const lighthouse = (await charger<{ default: Lighthouse }>('lighthouse')).default;
  const { launch } = await charger<Lanceur>('chrome-launcher');
  const poche = await ouvrirPoche();
  const chrome = await launch({
    chromePath: await cheminDuNavigateur(),
    chromeFlags: [...drapeaux(), '--headless', '--no-sandbox'],
    logLevel: 'error',
  });
  const notes: Record<string, Record<string, number>> = {};
  for (const [nom, chemin] of Object.entries(PAGES)) {
    const rapports: Rapport[] = [];
    for (let fois = 0; fois < FOIS; fois++)
      rapports.push(
        await lighthouse(poche.base + chemin, { port: chrome.port, output: 'json', logLevel: 'error' }),
      );
    notes[nom] = noter(rapports);
  }
  chrome.kill();
  await poche.arreter();
  poche.effacer();
  return {
    titre: `Lighthouse, téléphone (médiane de ${FOIS})`,
    lignes: Object.entries(notes).flatMap(([page, categories]) =>
      Object.entries(categories).map(
        ([categorie, note]): Ligne => ({
          quoi: `${page} : ${categorie}`,
          mesure: ecrit(note),
          cible: `≥ ${CIBLE}`,
          tenue: note >= CIBLE,
        }),
      ),
    ),
    chiffres: { lighthouse: notes },
  };
};

const noter = (rapports: readonly Rapport[]): Record<string, number> =>
  Object.fromEntries(
    Object.keys(rapports[0]?.lhr.categories ?? {}).map((categorie) => [
      categorie,
      arrondi(mediane(rapports.map(({ lhr }) => (lhr.categories[categorie]?.score ?? 0) * 100))),
    ]),
  );
