import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { atteindre, ouvrirPage, verifierAcces } from '../atelier/navigateur.ts';
import { parvisEtNavigateur } from '../atelier/vivant.ts';

const { parvis, navigateur } = await parvisEtNavigateur();

const REJET = 'regime=SVR&delai=P2M&calendrier=metropole&fuseau=Europe/Paris&recue=2026-03-02';
const ouvrir = async (chemin: string, options = {}): Promise<Page> => {
  const page = await ouvrirPage(navigateur, options);
  await page.goto(`${parvis.base}${chemin}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};
const titre = (page: Page, nom: string | RegExp) =>
  page.getByRole('heading', { level: 2, name: nom }).waitFor();
const focalise = (page: Page) => page.evaluate(() => document.activeElement?.id);
const taper = async (page: Page, ...touches: string[]) => {
  for (const touche of touches) await page.keyboard.press(touche);
};
/** Types a date from its first box. */
const daterIci = async (page: Page, [jour, mois, annee]: [string, string, string]) => {
  await page.keyboard.type(jour);
  await taper(page, 'Tab');
  await page.keyboard.type(mois);
  await taper(page, 'Tab');
  await page.keyboard.type(annee);
};

describe('le simulateur', () => {
  it('se remplit au clavier, à 320 px : on ajoute, on retire, on calcule', async () => {
    const page = await ouvrir('/simulateur', { viewport: { width: 320, height: 640 } });
    await page.getByText('La date apparaîtra ici.').waitFor();
    await verifierAcces(page);
    await atteindre(page, 'Le silence vaut acceptation');
    await taper(page, 'Space');
    await atteindre(page, 'Jour');
    await daterIci(page, ['2', '3', '2026']);
    await atteindre(page, /^Évènement/);
    await taper(page, 'ArrowDown', 'ArrowDown');
    await atteindre(page, 'Ajouter cet évènement');
    await taper(page, 'Enter');
    await page
      .getByRole('status')
      .filter({ hasText: /^Pièces reçues\s: évènement ajouté/ })
      .waitFor();
    await expect.poll(() => focalise(page)).toBe('evenements.0.le');
    await daterIci(page, ['10', '3', '2026']);
    await verifierAcces(page);
    await atteindre(page, 'Calculer la date');
    await taper(page, 'Enter');
    await titre(page, 'Une réponse est à corriger');
    await page.getByRole('link', { name: 'Aucune pièce n’avait été demandée avant ce jour.' }).press('Enter');
    await expect.poll(() => focalise(page)).toBe('evenements.0.type');
    await verifierAcces(page);

    await atteindre(page, /^Retirer/);
    await taper(page, 'Enter');
    await page
      .getByRole('status')
      .filter({ hasText: /évènement retiré/ })
      .waitFor();
    await expect.poll(() => focalise(page)).toBe('evenements');
    await page.keyboard.press('Tab');
    await taper(page, 'Enter');
    await page.getByText('Choisissez un évènement.').waitFor();
    await atteindre(page, 'Calculer la date');
    await taper(page, 'Enter');
    await titre(page, 'Le silence vaut acceptation le samedi 2 mai 2026');
    await expect.poll(() => focalise(page)).toBe('resultat');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await verifierAcces(page);
  }, 60_000);

  it('un lien porte le cas, que le serveur ne voit pas', async () => {
    const page = await ouvrir(`/simulateur#${REJET}&evenement=pieces-demandees_2026-03-10_2026-03-20`, {
      colorScheme: 'dark',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await titre(page, 'Le silence vaut rejet le mardi 12 mai 2026');
    await page.getByLabel('En métropole').waitFor();
    const dates = page
      .getByRole('list')
      .filter({ hasText: 'La mairie reçoit la demande' })
      .getByRole('listitem');
    expect(await dates.count()).toBe(8);
    await page.getByRole('link', { name: 'CRPA, article L231-4' }).waitFor();
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Copier le lien' }).click();
    await page.getByText('Le lien est copié.').waitFor();
    const lien = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect([lien.pathname, lien.search]).toEqual(['/simulateur', '']);
    await page.goto(`${parvis.base}/simulateur`);
    await page.goto(lien.href);
    await titre(page, 'Le silence vaut rejet le mardi 12 mai 2026');
  }, 60_000);

  it('la commande de l’API donne la même date', async () => {
    const page = await ouvrir(`/simulateur#${REJET}`);
    await page.getByText('Le même cas par l’API').click();
    const dite = (await page.getByText(/^curl /).textContent()) ?? '';
    const [, adresse = '', corps = ''] = /curl '([^']+)'[\s\S]*-d '([^']+)'/.exec(dite) ?? [];
    const reponse = await fetch(adresse, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: corps,
    });
    expect(await reponse.json()).toMatchObject({ decisionImplicite: { sens: 'rejet', le: '2026-05-02' } });
  });

  it('un cas qui change ne garde pas l’ancienne date', async () => {
    const page = await ouvrir(`/simulateur#${REJET}`);
    await titre(page, /Le silence vaut rejet/);
    await page.getByLabel('Le silence vaut acceptation').check();
    await page.getByText('Le cas a changé.').waitFor();
    expect(await page.getByText('Le silence vaut rejet le').count()).toBe(0);
  });

  it('chaque refus est dit près de son champ', async () => {
    const page = await ouvrir(`/simulateur#${REJET}&evenement=transmise_2026-03-01`);
    await page.getByRole('link', { name: /n’avait pas encore été reçue/ }).click();
    expect(await focalise(page)).toBe('evenements.0.le');
    expect(await page.getByRole('group', { name: 'Date' }).textContent()).toContain('2 mars 2026');
  });

  it('sans réseau, le cas reste et se calcule à nouveau', async () => {
    const page = await ouvrirPage(navigateur);
    await page.route('**/api/simulations/*', (route) => route.abort(), { times: 1 });
    await page.goto(`${parvis.base}/simulateur#${REJET}`);
    await page.getByText('Votre cas est resté sur cette page.').waitFor();
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await titre(page, /Le silence vaut rejet/);
  });

  it('dit jusqu’à quand contester, selon les jours fériés du lieu', async () => {
    const page = await ouvrir('/simulateur/recours');
    await page.getByLabel('Jour').focus();
    await daterIci(page, ['2', '2', '2026']);
    await taper(page, 'Enter');
    await titre(page, 'La décision peut être contestée jusqu’au vendredi 3 avril 2026');
    await page.getByLabel('Territoire').selectOption('Alsace-Moselle');
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Calculer le dernier jour' }).click();
    await titre(page, 'La décision peut être contestée jusqu’au mardi 7 avril 2026');
    await page.getByLabel('À l’étranger').check();
    await page.getByRole('button', { name: 'Calculer le dernier jour' }).click();
    await titre(page, 'La décision peut être contestée jusqu’au mercredi 3 juin 2026');
    await page.getByText(/La personne vit à l’étranger/).waitFor();
    await verifierAcces(page);
  }, 60_000);
});
