import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Etat } from './etats.ts';

const THEMES = ['clair', 'sombre'] as const;
const LARGEURS = [320, 1280];

type Seance = { dossier: string; etats: readonly Etat[] };

type Regard = { theme: (typeof THEMES)[number]; largeur: number };
const REGARDS = THEMES.flatMap((theme) => LARGEURS.map((largeur): Regard => ({ theme, largeur })));

/** Takes each state in each theme and width; returns what went wrong, with its reason. */
export const photographier = async (navigateur: Browser, { dossier, etats }: Seance): Promise<string[]> => {
  const ratees: string[] = [];
  for (const regard of REGARDS)
    for (const etat of etats) {
      const fichier = `${etat.nom}--${regard.theme}-${regard.largeur}.png`;
      const contexte = await regarder(navigateur, etat, regard);
      const dits = await prendre(contexte, etat, path.join(dossier, fichier)).catch(enUneLigne);
      ratees.push(...dits.map((dit) => `${fichier} : ${dit}`));
      await contexte.close();
    }
  return ratees;
};

const enUneLigne = (erreur: unknown): string[] => String(erreur).split('\n').slice(0, 1);

const regarder = (
  navigateur: Browser,
  { session }: Etat,
  { theme, largeur }: Regard,
): Promise<BrowserContext> =>
  navigateur.newContext({
    ...(session && { storageState: session }),
    locale: 'fr-FR',
    reducedMotion: 'reduce',
    colorScheme: theme === 'sombre' ? 'dark' : 'light',
    viewport: { width: largeur, height: largeur < 500 ? 640 : 800 },
  });

/** A picture, and what a machine sees wrong in it: an error of the page's scripts, or something wider than the screen. */
const prendre = async (contexte: BrowserContext, etat: Etat, fichier: string): Promise<string[]> => {
  const page = await contexte.newPage();
  page.setDefaultTimeout(10_000);
  const dits: string[] = [];
  page.on('pageerror', ({ message }) => dits.push(message));
  if (etat.memoire) await page.addInitScript(remettre, etat.memoire);
  await page.goto(etat.adresse, { waitUntil: 'networkidle' });
  await etat.avant?.(page);
  await page.evaluate(toutDessiner);
  const trop = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (trop > 0) dits.push(`déborde de ${trop} px en largeur`);
  await page.screenshot({ path: fichier, fullPage: true });
  return dits;
};

/** A picture of a whole page shows what the browser would draw only when scrolled to. */
const toutDessiner = (): void => {
  for (const element of document.querySelectorAll<HTMLElement>('.ligne'))
    element.style.contentVisibility = 'visible';
};

/** What the tab remembers, put back before the page looks. */
const remettre = (memoire: Record<string, string>): void => {
  for (const [cle, valeur] of Object.entries(memoire)) sessionStorage.setItem(cle, valeur);
};
