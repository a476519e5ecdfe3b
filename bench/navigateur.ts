import chromiumDeNpm from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** What the package's own list adds for Lambda, and which a real browser does not do. */
const TROP_PERMISSIFS = [
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--single-process',
  '--disable-site-isolation-trials',
];

/** The Chromium of the tests, and how it is started. */
export const cheminDuNavigateur = (): Promise<string> => chromiumDeNpm.executablePath();
export const drapeaux = (): string[] => [
  ...chromiumDeNpm.args.filter((argument) => !TROP_PERMISSIFS.includes(argument)),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const ouvrirNavigateur = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await cheminDuNavigateur(), args: drapeaux(), headless: true });

/** Signs this browser in as an agent, through the stand-in of ProConnect. */
export const entrer = async (contexte: BrowserContext, base: string, nom: string): Promise<void> => {
  const page = await contexte.newPage();
  await page.goto(`${base}/agents/`);
  await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
  await page.getByRole('button', { name: new RegExp(nom) }).click();
  await page.waitForURL(`${base}/agents/**`);
  await page.close();
};
