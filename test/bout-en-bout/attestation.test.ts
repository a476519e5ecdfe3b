import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { unClient } from '../atelier/client.ts';
import { atteindre, ouvrirPage, verifierAcces } from '../atelier/navigateur.ts';
import { parvisEtNavigateur } from '../atelier/vivant.ts';

const { parvis, navigateur } = await parvisEtNavigateur();

const RESPONSABLE = 'claire.montfavet@aubevive.example';
const ouvrir = async (chemin: string, options = {}): Promise<Page> => {
  const page = await ouvrirPage(navigateur, options);
  await page.goto(`${parvis.base}${chemin}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};
const verdict = async (page: Page, mot: string) => {
  await page.getByRole('heading', { level: 2, name: mot }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('verdict');
  await verifierAcces(page);
};
const mention = (page: Page, nom: string) =>
  page.locator('dt', { hasText: nom }).locator('xpath=following-sibling::dd').textContent();

/** What the square of the paper says, as a screen reader reads it: two bytes a character. */
const carreDe = (pdf: Buffer): string =>
  /\/verifier#([\w.-]+)/.exec(pdf.toString('latin1').replaceAll('\0', ''))?.[1] ?? '';

const retirer = async (client: ReturnType<typeof unClient>, reference: string): Promise<void> => {
  await client.connecter(RESPONSABLE);
  const { version } = await client.get<{ version: number }>(`/api/demandes/${reference}`);
  const { statut } = await client.post(`/api/demandes/${reference}/retrait`, {
    version,
    nature: 'retrait',
    motif: 'illegale',
    faits: 'La concession appartient à une autre famille.',
    droit: 'Code général des collectivités territoriales, R2223-8',
    dispense: { cas: 'urgence', raisons: 'La pose du monument commence demain.' },
  });
  expect(statut).toBe(200);
};

describe('l’attestation d’une acceptation par silence', () => {
  it('se télécharge, se vérifie par son carré ou par son code, et ne tient plus après un retrait', async () => {
    const client = unClient(parvis.base);
    const deposee = await client.deposer('inscription-monument-funeraire');
    const { reference, code } = deposee;
    await client.deposer('stationnement-demenagement');
    const registre = await ouvrir('/registre', { viewport: { width: 320, height: 640 } });
    await registre.getByRole('row', { name: /En cours/ }).waitFor();
    expect(await registre.getByRole('row').count()).toBe(2);
    expect(await registre.getByRole('main').textContent()).not.toMatch(new RegExp(`Fictif|${reference}`));
    await verifierAcces(registre);

    await client.avancer('P2M2D');
    const suivi = await ouvrir(`/suivi/${reference}#${code}`, { viewport: { width: 320, height: 640 } });
    await suivi.getByRole('heading', { name: 'La vie de votre demande' }).waitFor();
    await suivi.getByText('Pourquoi cette date ?').first().click();
    await suivi.getByText('CRPA, L231-1').first().waitFor();
    await verifierAcces(suivi);
    await atteindre(suivi, 'Télécharger l’attestation');
    const [telechargee] = await Promise.all([suivi.waitForEvent('download'), suivi.keyboard.press('Enter')]);
    expect(telechargee.suggestedFilename()).toBe(`attestation-${reference}.pdf`);
    await suivi.getByText('L’attestation est dans vos téléchargements.').waitFor();
    await suivi.getByText('Attestation d’acceptation délivrée').waitFor();
    await verifierAcces(suivi);
    const carre = carreDe(readFileSync(await telechargee.path()));

    const page = await ouvrir(`/verifier#${carre}`);
    await verdict(page, 'Authentique, et elle tient');
    expect(await mention(page, 'Personne')).toBe('Zoé Fictif');
    expect(await mention(page, 'Référence')).toBe(reference);
    await page.goto(`${parvis.base}/verifier`);
    await atteindre(page, 'Code de l’attestation');
    await page.keyboard.type(` ${carre.slice(0, 14).toLowerCase().replaceAll('-', ' ')}`);
    await page.keyboard.press('Enter');
    await verdict(page, 'Authentique, et elle tient');

    await page.goto(`${parvis.base}/verifier#${carre.slice(0, -4)}AAAA`);
    await verdict(page, 'Pas authentique');
    expect(await page.getByText('Zoé Fictif').count()).toBe(0);

    await retirer(client, reference);
    await page.goto(`${parvis.base}/verifier#${carre}`);
    await verdict(page, 'Authentique, mais elle ne tient plus');
    expect(await mention(page, 'Référence')).toBe(reference);
    // The page was left open: it learns what has become of the decision.
    await suivi.getByRole('button', { name: 'Télécharger l’attestation' }).click();
    await suivi.getByText('Ce n’est plus possible dans l’état actuel de la demande.').waitFor();
    await suivi.getByText('Décision retirée').first().waitFor();
    expect(await suivi.getByRole('button', { name: 'Télécharger l’attestation' }).count()).toBe(0);
    await verifierAcces(suivi);
    await registre.goto(`${parvis.base}/registre?annee=2026`);
    await registre.getByRole('row', { name: /Décision retirée/ }).waitFor();
  }, 120_000);

  it('dit qu’un code est inconnu, mal écrit ou absent, et qu’un carré est mal lu', async () => {
    const page = await ouvrir('/verifier#0000-0000-0000', { colorScheme: 'dark' });
    await page.getByText('Ce code n’est pas connu').waitFor();
    await verifierAcces(page);
    await page.getByLabel('Code de l’attestation').fill('12');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /mal écrit/ }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('code');
    await verifierAcces(page);
    await page.getByLabel('Code de l’attestation').fill('');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Indiquez le code de l’attestation.' }).waitFor();
    await page.goto(`${parvis.base}/verifier#00.x`);
    await page.getByText('Le carré n’a pas été lu en entier').waitFor();
    await verifierAcces(page);
  });

  it('sans réseau, la vérification se dit impossible et se refait', async () => {
    const page = await ouvrirPage(navigateur);
    await page.route('**/api/attestations/*', (route) => route.abort(), { times: 1 });
    await page.goto(`${parvis.base}/verifier#0000-0000-0000`);
    await page.getByText('Pas de connexion').waitFor();
    await page.getByRole('button', { name: 'Vérifier' }).click();
    await page.getByText('Ce code n’est pas connu').waitFor();
  });
});

describe('le registre des demandes', () => {
  it('se lit année par année, et dit quand il est vide', async () => {
    const page = await ouvrir('/registre?annee=2024');
    await page.getByText('Aucune demande en 2024.').waitFor();
    expect(await page.getByRole('link', { name: 'Année 2025' }).count()).toBe(1);
    await page.getByRole('link', { name: 'Année 2023' }).click();
    await page.getByText('Aucune demande en 2023.').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await verifierAcces(page);
  });
});
