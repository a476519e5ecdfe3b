import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ouvrirPage, verifierAcces } from '../atelier/navigateur.ts';
import { parvisEtNavigateur } from '../atelier/vivant.ts';

const { parvis, navigateur } = await parvisEtNavigateur();

const entrer = async (nom: string): Promise<Page> => {
  const page = await ouvrirPage(navigateur, { viewport: { width: 1280, height: 900 } });
  await page.goto(`${parvis.base}/agents/`);
  await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
  await page.getByRole('button', { name: new RegExp(nom) }).click();
  await page.getByRole('link', { name: 'Saisir une demande' }).click();
  await page.getByRole('heading', { name: 'Saisir une demande' }).waitFor();
  return page;
};

const IDENTITE = [
  ['Prénom', 'Zoé'],
  ['Nom', 'Fictif'],
  ['Numéro et rue', '3 rue de l’Exemple'],
  ['Code postal', '84990'],
  ['Ville', 'Aubevive'],
] as const;

/** Someone at the counter, without an e-mail address. */
const saisirAuGuichet = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: 'Guichet' }).check();
  await page.getByLabel('Chercher une démarche').fill('resident');
  await page.getByRole('radio', { name: /carte de stationnement/ }).check();
  for (const [libelle, valeur] of IDENTITE) await page.getByLabel(libelle, { exact: true }).fill(valeur);
  await page.getByLabel('Immatriculation').fill('AA-123-AA');
  await page.getByRole('group', { name: 'À qui est le véhicule' }).getByRole('radio').first().check();
  await page.getByRole('group', { name: 'Votre demande est' }).getByRole('radio').first().check();
  await page.getByRole('checkbox', { name: /J’atteste/ }).check();
};

describe('au guichet', () => {
  it('une demande sans e-mail se saisit, son accusé s’imprime, et sa décision se remet sur papier', async () => {
    const page = await entrer('Karim Bellaval');
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Enregistrer la demande' }).click();
    await page.getByRole('alert').getByText('Choisissez une démarche.').waitFor();
    await saisirAuGuichet(page);
    await page.getByLabel('Nom', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Enregistrer la demande' }).click();
    await page.getByRole('alert').getByText('Indiquez le nom.').waitFor();
    await verifierAcces(page);
    await page.getByLabel('Nom', { exact: true }).fill('Fictif');
    await page.getByRole('button', { name: 'Enregistrer la demande' }).click();
    await page.getByRole('heading', { name: 'Demande enregistrée' }).waitFor();
    await verifierAcces(page);
    const accuse = await page.getByRole('link', { name: /Imprimer l’accusé/ }).getAttribute('href');
    const pdf = await page.request.get(`${parvis.base}${accuse}`);
    expect(pdf.headers()['content-type']).toBe('application/pdf');

    await page.getByRole('link', { name: 'Ouvrir le dossier' }).click();
    await page.getByRole('link', { name: 'Refuser' }).click();
    await page.getByRole('button', { name: 'Imprimer la lettre' }).waitFor();
    await verifierAcces(page);
    await page.getByLabel('Les faits').fill('Le domicile est hors de la zone.');
    await page.getByLabel('Le droit').fill('Délibération du 3 mars, article 2.');
    await page.getByRole('button', { name: 'Imprimer la lettre' }).click();
    await page.reload();
    expect(await page.getByLabel('Les faits').inputValue()).toBe('Le domicile est hors de la zone.');
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Refuser et noter la remise' }).click();
    await page
      .getByRole('alert')
      .getByText(/indiquez le jour où elle a reçu la lettre/)
      .waitFor();
    await page.getByLabel('La lettre a été reçue le').fill(await aujourdhui(page));
    await page.getByRole('button', { name: 'Refuser et noter la remise' }).click();
    await page.getByText('La remise de la lettre est notée.').waitFor();
  }, 90_000);

  it('la démarche d’un autre service ne se saisit pas ici, et la page dit à qui s’adresser', async () => {
    const page = await entrer('Julien Castan');
    await page.getByLabel('Chercher une démarche').fill('carte résident');
    await page.getByRole('heading', { name: 'À transmettre à un autre service' }).waitFor();
    await page.getByText(/Voirie.*téléphone/).waitFor();
    await verifierAcces(page);
    expect(await page.getByRole('radio', { name: /carte de stationnement/ }).count()).toBe(0);
  }, 60_000);
});

/** The last day that the field allows. */
const aujourdhui = async (page: Page): Promise<string> =>
  (await page.getByLabel('La lettre a été reçue le').getAttribute('max')) ?? '';
