import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { unClient } from '../atelier/client.ts';
import { ouvrirPage, verifierAcces } from '../atelier/navigateur.ts';
import { attendreQue } from '../atelier/parvis.ts';
import { parvisEtNavigateur } from '../atelier/vivant.ts';

const { parvis, navigateur } = await parvisEtNavigateur();

const entrer = async (nom: string, vers: string, largeur = 1280): Promise<Page> => {
  const page = await ouvrirPage(navigateur, { viewport: { width: largeur, height: 900 } });
  await page.goto(`${parvis.base}${vers}`);
  await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
  await page.getByRole('button', { name: new RegExp(nom) }).click();
  await page.waitForURL(`${parvis.base}${vers}`);
  return page;
};

describe('les tableaux du silence', () => {
  it('disent ce que le silence va décider, puis ce qu’il a décidé ; les raisons demandées se donnent', async () => {
    const vide = await entrer('Claire Montfavet', '/agents/silences');
    await vide.getByText('Aucune demande n’a été décidée par le silence.').waitFor();
    await verifierAcces(vide);
    await vide.getByRole('link', { name: 'À risque' }).click();
    await vide.getByText('Rien à craindre du silence.').waitFor();
    await verifierAcces(vide);

    await vide.getByRole('link', { name: 'Démarches', exact: true }).click();
    await vide.getByRole('heading', { name: 'À confirmer' }).waitFor();
    await vide
      .getByText(/le règlement limite les places|nommez-le ici/)
      .first()
      .waitFor();
    await verifierAcces(vide);

    const client = unClient(parvis.base);
    const acceptee = await client.deposer('carte-stationnement-resident');
    const rejetee = await client.deposer('stationnement-demenagement');
    await client.avancer('P1M25D');
    const avant = await entrer('Claire Montfavet', '/agents/risques');
    await avant.getByText(/le silence décidera de 2\sdemandes/).waitFor();
    await avant.getByRole('link', { name: /carte de stationnement/ }).waitFor();
    await verifierAcces(avant);

    await client.avancer('P12D');
    const page = await entrer('Claire Montfavet', '/agents/silences');
    await page.getByText('le silence a décidé 2 fois sur 2').waitFor();
    await page.getByText(/Encore 1\d\d\sjours/).waitFor();
    await page.getByText(/Retirable jusqu’au/).waitFor();
    await verifierAcces(page);
    await page.getByRole('link', { name: /carte de stationnement/ }).click();
    await page.getByText(/Retirable, si elle est illégale/).waitFor();
    expect(page.url()).toContain(acceptee.reference);

    await client.suivre(rejetee);
    await client.post(`/api/suivi/${rejetee.reference}/motifs`, {});
    await page.goto(`${parvis.base}/agents/demandes/${rejetee.reference}`);
    await page.getByText(/Raisons à donner au plus tard le/).waitFor();
    await page.getByRole('link', { name: 'Donner les raisons' }).click();
    await page.getByLabel('Les faits').fill('La rue est en travaux.');
    await page.getByLabel('Le droit').fill('CGCT, L2213-1.');
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Donner les raisons et prévenir la personne' }).click();
    await page.getByText('Raisons du rejet données par la mairie').first().waitFor();
    await attendreQue(
      () => client.courriels(),
      (tous) => tous.some(({ objet }) => objet.startsWith('La mairie vous donne les raisons du rejet')),
    );
  }, 120_000);

  it('un élu y lit des chiffres, sans un nom, et n’ouvre aucun dossier', async () => {
    const page = await entrer('Hélène Sérignac', '/agents/silences', 320);
    await page.getByText('le silence a décidé 2 fois sur 2').waitFor();
    await verifierAcces(page);
    expect(await page.getByText('Fictif').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Demandes', exact: true }).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.goto(`${parvis.base}/agents/`);
    await page.getByRole('heading', { name: 'Les chiffres de la commune' }).waitFor();
    await verifierAcces(page);
  }, 60_000);
});
