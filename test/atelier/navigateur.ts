import { AxeBuilder } from '@axe-core/playwright';
import chromiumDeNpm from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the package's own list adds for Lambda, and which would hide mistakes: no same-origin rule, one process for all. */
const TROP_PERMISSIFS = [
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--single-process',
  '--disable-site-isolation-trials',
];

/** A real Chromium, carried by an npm package, that keeps the web's rules and phones nobody. */
export const ouvrirNavigateur = async (): Promise<Browser> => {
  const gardes = chromiumDeNpm.args.filter((argument) => !TROP_PERMISSIFS.includes(argument));
  const discrets = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ];
  return chromium.launch({
    executablePath: await chromiumDeNpm.executablePath(),
    args: [...gardes, ...discrets],
    headless: true,
  });
};

/** A page in a context of its own, which fails the test on any error of the page's scripts. */
export const ouvrirPage = async (navigateur: Browser, options: BrowserContextOptions = {}): Promise<Page> => {
  const contexte = await navigateur.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', ...options });
  const page = await contexte.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (erreur) => {
    throw erreur;
  });
  return page;
};

/** Nobody is left out: no violation of WCAG 2.2 A and AA, nor of good practice. */
export const verifierAcces = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${page.url()} ${id} : ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
};

/** Goes with Tab to the element with this accessible name, as someone without a mouse does. */
export const atteindre = async (page: Page, nom: string | RegExp): Promise<void> => {
  const cherche = (vu: string) => (typeof nom === 'string' ? vu === nom : nom.test(vu));
  for (let pas = 0; pas < 80; pas++) {
    await page.keyboard.press('Tab');
    if (cherche(await nomFocalise(page))) return;
  }
  throw new Error(`« ${nom} » ne s’atteint pas au clavier sur ${page.url()}`);
};

/** The name that a screen reader would say of the element that has the focus. */
const nomFocalise = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return '';
    const etiquettes =
      'labels' in element && element.labels instanceof NodeList
        ? [...element.labels].map((etiquette) => etiquette.textContent)
        : [];
    const [nom] = [element.getAttribute('aria-label'), ...etiquettes, element.textContent].filter(Boolean);
    return (nom ?? '').replace(/\s+/g, ' ').trim();
  });
