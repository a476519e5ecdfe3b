import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { unClient } from '../atelier/client.ts';
import { ouvrirPage, verifierAcces } from '../atelier/navigateur.ts';
import { attendreQue } from '../atelier/parvis.ts';
import { parvisEtNavigateur } from '../atelier/vivant.ts';

const { parvis, navigateur } = await parvisEtNavigateur();

const uneVisite = () => ouvrirPage(navigateur, { viewport: { width: 320, height: 640 } });
const titre = (page: Page, nom: string) => page.getByRole('heading', { level: 1, name: nom }).waitFor();

/** Goes through FranceConnect as the person of this name. */
const parFranceConnect = async (page: Page, nom: string): Promise<void> => {
  await page.getByRole('link', { name: 'S’identifier avec FranceConnect' }).click();
  await titre(page, 'Choisir qui vous êtes');
  await page.getByRole('button', { name: new RegExp(nom) }).click();
  await page.waitForURL(`${parvis.base}/**`);
};

const codesPour = async (adresse: string): Promise<string[]> =>
  (await unClient(parvis.base).courriels())
    .filter(({ a, objet }) => a === adresse.toLowerCase() && objet.startsWith('Votre code'))
    .map(({ texte }) => /Votre code : (\d{6})/.exec(texte)?.[1] ?? '');

/** Asks for a code, reads it in the mail that has just come, and gives it. */
const confirmer = async (page: Page, adresse: string, geste: string): Promise<void> => {
  const avant = (await codesPour(adresse)).length;
  await page.getByLabel('Adresse e-mail ou numéro de portable').fill(adresse);
  await page.getByRole('button', { name: 'Recevoir un code' }).click();
  const [code] = await attendreQue(
    () => codesPour(adresse),
    (codes) => codes.length > avant,
  );
  await page.getByLabel('Code à 6 chiffres').fill(code ?? '');
  if (geste === 'Ouvrir mon compte') {
    await page.getByLabel('Prénom').fill('Zoé');
    await page.getByLabel('Nom', { exact: true }).fill('Fictif');
  }
  await verifierAcces(page);
  await page.getByRole('button', { name: geste }).click();
};

describe('le compte d’un habitant', () => {
  it('s’ouvre avec FranceConnect, remplit le formulaire, et se ferme ici comme chez FranceConnect', async () => {
    const page = await uneVisite();
    await page.goto(`${parvis.base}/demarches/carte-stationnement-resident/formulaire/1`);
    await page.getByRole('link', { name: 'Identifiez-vous' }).click();
    await titre(page, 'S’identifier');
    await verifierAcces(page);
    await parFranceConnect(page, 'Soraya');
    await page.getByText('Vos coordonnées viennent de votre compte.').waitFor();
    await verifierAcces(page);
    expect(await page.getByLabel('Prénom').inputValue()).toBe('Soraya');
    expect(await page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Inventé-Imaginaire');
    expect(await page.getByLabel('Adresse e-mail').inputValue()).toBe('soraya.imaginaire@courriel.example');

    await page.getByRole('link', { name: 'Mes demandes' }).click();
    await page.getByText('Aucune demande pour le moment.').waitFor();
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.waitForURL(new RegExp(`^${parvis.base}/(\\?|$)`));
    await titre(page, 'Que souhaitez-vous faire ?');
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getByRole('button', { name: 'Se déconnecter' }).count()).toBe(0);
    expect((await page.request.get(`${parvis.base}/api/mes-demandes`)).status()).toBe(401);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('abandonnée chez FranceConnect, la connexion le dit et propose de recommencer', async () => {
    const page = await uneVisite();
    await page.goto(`${parvis.base}/mes-demandes`);
    await titre(page, 'Mes demandes');
    await verifierAcces(page);
    await parFranceConnect(page, 'Abandonner');
    await page.getByText('La connexion n’a pas abouti').waitFor();
    await verifierAcces(page);
  });

  it('montre, avec un code reçu par e-mail, ce que cette adresse a demandé, et l’ouvre sans autre code', async () => {
    const { reference } = await unClient(parvis.base).deposer();
    const page = await uneVisite();
    await page.goto(`${parvis.base}/mes-demandes`);
    await confirmer(page, 'zoe.fictif@courriel.example', 'Ouvrir mon compte');
    await page.getByRole('heading', { name: 'À la mairie' }).waitFor();
    await verifierAcces(page);
    const ligne = page.getByRole('listitem').filter({ hasText: reference });
    await ligne.getByRole('link').click();
    await page.getByRole('heading', { name: 'La vie de votre demande' }).waitFor();
    await verifierAcces(page);
    expect(page.url()).toContain(`/suivi/${reference}`);
    expect(await page.getByRole('button', { name: 'Ajouter à mes demandes' }).count()).toBe(0);
  });

  it('reçoit une demande déposée avant, par sa référence et son code, ou depuis sa page de suivi', async () => {
    const page = await uneVisite();
    const client = unClient(parvis.base);
    const [premiere, seconde] = [await client.deposer(), await client.deposer()];
    await page.goto(`${parvis.base}/mes-demandes`);
    await parFranceConnect(page, 'Anatole');
    await page.getByText('Aucune demande pour le moment.').waitFor();
    await page.getByLabel('Référence de la demande').fill(premiere.reference);
    await page.getByLabel('Code de suivi').fill('0000-0000-0000');
    await page.getByRole('button', { name: 'Ajouter à mes demandes' }).click();
    await page.getByText('Aucune demande ne correspond').waitFor();
    await verifierAcces(page);
    await page.getByLabel('Code de suivi').fill(premiere.code);
    await page.getByRole('button', { name: 'Ajouter à mes demandes' }).click();
    await page.getByText(`La demande ${premiere.reference} est dans votre liste.`).waitFor();
    await verifierAcces(page);

    await page.goto(`${parvis.base}/suivi/${seconde.reference}#${seconde.code}`);
    await page.getByRole('button', { name: 'Ajouter à mes demandes' }).click();
    await page.getByRole('button', { name: 'Ajouter à mes demandes' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Mes demandes' }).first().click();
    await page.getByRole('listitem').filter({ hasText: seconde.reference }).waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: premiere.reference }).count()).toBe(1);
  });

  it('ouvert par FranceConnect, apprend une adresse e-mail par un code, et n’y voit que sous son nom', async () => {
    const { reference, code } = await unClient(parvis.base).deposer();
    const page = await uneVisite();
    await page.goto(`${parvis.base}/mes-demandes`);
    await parFranceConnect(page, 'Lou Ex');
    await page.getByText('Aucune demande pour le moment.').waitFor();
    await page.getByRole('button', { name: 'Ajouter un contact' }).click();
    await confirmer(page, 'ZOE.fictif@courriel.example', 'Confirmer');
    await page.getByText(/autres? demandes? .* avec cette adresse/).waitFor();
    expect(await page.getByText(reference).count()).toBe(0);
    await page.getByText('Lou Ex').waitFor();
    await verifierAcces(page);

    await page.goto(`${parvis.base}/connexion`);
    await page.getByText('Le compte de Lou Ex est ouvert ici').waitFor();
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await titre(page, 'Que souhaitez-vous faire ?');
    await page.goto(`${parvis.base}/suivi/${reference}#${code}`);
    await page.getByRole('heading', { name: 'La vie de votre demande' }).waitFor();
    await page.goto(parvis.base);
    await page.getByRole('button', { name: 'Fermer le suivi' }).click();
    await attendreQue(
      async () => (await page.request.get(`${parvis.base}/api/suivi/${reference}`)).status(),
      (statut) => statut === 401,
    );
  });
});
