import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { unClient } from '../atelier/client.ts';
import { atteindre, ouvrirPage, verifierAcces } from '../atelier/navigateur.ts';
import { attendreQue } from '../atelier/parvis.ts';
import { parvisEtNavigateur } from '../atelier/vivant.ts';

const { parvis, navigateur } = await parvisEtNavigateur();

type Deposee = { reference: string; code: string };

const suivre = async ({ reference, code }: Deposee, options = {}): Promise<Page> => {
  const page = await ouvrirPage(navigateur, { viewport: { width: 320, height: 640 }, ...options });
  await page.goto(`${parvis.base}/suivi/${reference}#${code}`);
  await page.getByRole('heading', { name: 'La vie de votre demande' }).waitFor();
  return page;
};
const titre = (page: Page, nom: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: nom }).waitFor();
const presser = async (page: Page, nom: string) => {
  await atteindre(page, nom);
  await page.keyboard.press('Enter');
};
const codesPourRenoncer = (reference: string) => async () =>
  (await unClient(parvis.base).courriels())
    .filter(({ objet }) => objet === `Votre code pour renoncer à la demande ${reference}`)
    .map(({ texte }) => /Votre code : (\d{6})/.exec(texte)?.[1] ?? '');
const largeur = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

describe('la personne', () => {
  it('renonce à sa demande, au clavier, après avoir lu ce que cela fait', async () => {
    const deposee = await unClient(parvis.base).deposer('stationnement-demenagement');
    const page = await suivre(deposee);
    await page.getByText(/^Sans réponse de la mairie le .*, votre demande sera rejetée\.$/).waitFor();
    await presser(page, 'Renoncer à ma demande');
    await titre(page, 'Renoncer à votre demande');
    await verifierAcces(page);
    await presser(page, 'Recevoir le code pour renoncer');
    const [code] = await attendreQue(codesPourRenoncer(deposee.reference), ({ length }) => length > 0);
    await page.getByLabel('Code à 6 chiffres').fill(code === '000000' ? '111111' : '000000');
    await page.keyboard.press('Enter');
    await page.getByText('Ce code n’est pas le bon. Il vous reste 4 essais.').first().waitFor();
    await verifierAcces(page);
    await page.getByLabel('Code à 6 chiffres').fill(code ?? '');
    await presser(page, 'Renoncer à ma demande');
    await page.getByText('La mairie sait que vous renoncez.').waitFor();
    await page.getByText('Vous avez renoncé à cette demande.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.getByRole('link', { name: 'Renoncer à ma demande' }).count()).toBe(0);
    await verifierAcces(page);
    await page.goBack();
    await page.getByText('Ce n’est pas possible pour cette demande').waitFor();
    await verifierAcces(page);
  });

  it('sans réseau, rien n’est fait, et la page le dit', async () => {
    const deposee = await unClient(parvis.base).deposer('stationnement-demenagement');
    const page = await suivre(deposee);
    await page.route('**/desistement/code', (route) => route.abort());
    await page.getByRole('link', { name: 'Renoncer à ma demande' }).click();
    await page.getByRole('button', { name: 'Recevoir le code pour renoncer' }).click();
    await page.getByText('Pas de connexion').waitFor();
    await verifierAcces(page);
    expect(await unClient(parvis.base).suivre(deposee)).toMatchObject({ statut: 'deposee' });
  });
});

describe('après un rejet par silence, la personne', () => {
  it('en demande les raisons, puis le conteste : le recours a son accusé et sa propre vie', async () => {
    const client = unClient(parvis.base);
    const deposee = await client.deposer('stationnement-demenagement');
    await client.avancer('P2M2D');
    const page = await suivre(deposee, { colorScheme: 'dark' });
    await verifierAcces(page);
    await presser(page, 'Demander les raisons');
    await page.getByText('Les raisons sont demandées').waitFor();
    await page.getByText(/la mairie doit vous les donner au plus tard le/).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('gestes');
    expect(await page.getByRole('button', { name: 'Demander les raisons' }).count()).toBe(0);
    await verifierAcces(page);

    await presser(page, 'Contester la décision');
    await titre(page, 'Contester la décision');
    await verifierAcces(page);
    await presser(page, 'Envoyer mon recours');
    await page.getByRole('link', { name: 'Écrivez vos raisons.' }).press('Enter');
    await verifierAcces(page);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    const ecrit = () => page.getByRole('textbox').inputValue();
    await page.keyboard.type('Le camion est plus court que la place.');
    await expect.poll(ecrit).toBe('Le camion est plus court que la place.');
    await page.reload();
    await expect.poll(ecrit).toBe('Le camion est plus court que la place.');
    expect(await largeur(page)).toBe(320);
    await presser(page, 'Envoyer mon recours');
    await titre(page, 'Votre demande est reçue');
    await page.getByText(/Contester une décision de la mairie/).waitFor();
    await page.getByRole('link', { name: 'Télécharger l’accusé de réception' }).waitFor();
    await verifierAcces(page);
    const recours = /\/recu\/(.+)/.exec(page.url())?.[1] ?? '';
    await presser(page, 'Suivre ma demande');
    await page.getByText(/^Sans réponse de la mairie le .*, votre demande sera rejetée\.$/).waitFor();
    await page.goto(`${parvis.base}/suivi/${deposee.reference}`);
    await page.getByText(`Demande ${recours}`).waitFor();
    expect(await page.getByRole('link', { name: 'Contester la décision' }).count()).toBe(0);
  }, 60_000);

  it('ne peut plus demander les raisons une fois passé le délai pour contester, même pour qui vit au loin, et le voit', async () => {
    const client = unClient(parvis.base);
    const deposee = await client.deposer('stationnement-demenagement');
    // Two months, then two more for who lives abroad (CJA R421-7).
    await client.avancer('P7M');
    const page = await suivre(deposee);
    await page.getByText(/^Dernier jour pour contester/).waitFor();
    expect(await page.getByRole('button', { name: 'Demander les raisons' }).count()).toBe(0);
    await verifierAcces(page);
  });
});
