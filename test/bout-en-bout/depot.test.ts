import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemarcheOuverte } from '../../functions/demarches/demarche.actions.ts';
import type { Champ, Demarche } from '../../functions/demarches/demarche.ts';
import { unClient } from '../atelier/client.ts';
import { unePhoto } from '../atelier/fichiers.ts';
import { reponsesDe } from '../atelier/monde.ts';
import { atteindre, ouvrirNavigateur, ouvrirPage, verifierAcces } from '../atelier/navigateur.ts';
import { attendreQue, demarrerParvis, type Parvis } from '../atelier/parvis.ts';

let parvis: Parvis;
let navigateur: Browser;
beforeAll(async () => {
  [parvis, navigateur] = await Promise.all([demarrerParvis(), ouvrirNavigateur()]);
});
afterAll(async () => {
  await navigateur.close();
  await parvis.arreter();
});

const saisir = async (page: Page, nom: string | RegExp, texte: string) => {
  await atteindre(page, nom);
  await page.keyboard.type(texte);
};
const continuer = async (page: Page, bouton: string | RegExp = 'Continuer') => {
  await atteindre(page, bouton);
  await page.keyboard.press('Enter');
};
const choisir = async (page: Page, nom: string | RegExp) => {
  await atteindre(page, nom);
  await page.keyboard.press('Space');
};
const joindre = async (page: Page, nom: string) => {
  await atteindre(page, /Certificat|Ajouter un/);
  const [choix] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
  await choix.setFiles(unePhoto(nom));
  await page.getByRole('button', { name: `Retirer ${nom}` }).waitFor();
};
const titre = (page: Page, texte: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: texte }).waitFor();

describe('déposer, sans compte et sans souris', () => {
  it('du catalogue à l’accusé de réception, puis au suivi, chaque page lisible par tous', async () => {
    const page = await ouvrirPage(navigateur);
    await page.goto(`${parvis.base}/`);
    await titre(page, 'Que souhaitez-vous faire');
    await verifierAcces(page);
    await continuer(page, /^Voirie et cadre de vie/);
    await titre(page, 'Voirie et cadre de vie');
    await verifierAcces(page);
    await continuer(page, /^Demander une carte de stationnement/);
    await titre(page, 'Demander une carte de stationnement résident');
    await expect.poll(() => page.getByText(/La mairie a deux mois pour répondre/).count()).toBe(1);
    await verifierAcces(page);
    await continuer(page, 'Commencer');

    await page.waitForURL('**/formulaire/1');
    await verifierAcces(page);
    await continuer(page);
    await page
      .getByRole('alert')
      .or(page.getByRole('group', { name: /corriger|manque/i }))
      .first()
      .waitFor();
    await verifierAcces(page);
    await saisir(page, /^Prénom/, 'Zoé');
    await saisir(page, /^Nom/, 'Fictif');
    await saisir(page, /^(Numéro et (nom de )?(rue|voie)|Adresse)/, '3 rue de l’Exemple');
    await saisir(page, /^Code postal/, '84990');
    await saisir(page, /^(Ville|Commune)/, 'Aubevive');
    await saisir(page, /^(Adresse )?e-mail/i, 'zoe.fictif@courriel.example');
    await continuer(page);
    await page.waitForURL('**/formulaire/2');
    await verifierAcces(page);
    await saisir(page, 'Immatriculation', 'AB-123-CD');
    await choisir(page, 'À moi ou à mon foyer');
    await choisir(page, 'Une première demande');
    await continuer(page);
    await page.waitForURL('**/formulaire/3');
    await verifierAcces(page);
    await choisir(page, /^J’atteste/);
    await continuer(page);
    await page.waitForURL('**/formulaire/4');
    await verifierAcces(page);
    await joindre(page, 'recto.png');
    await joindre(page, 'verso.png');
    await continuer(page);
    await page.waitForURL('**/formulaire/5');
    await page.getByText('recto.png').first().waitFor();
    await verifierAcces(page);
    await continuer(page, 'Envoyer ma demande');

    await titre(page, 'Votre demande est reçue');
    await verifierAcces(page);
    const accuse = (await page.getByRole('main').textContent()) ?? '';
    expect(accuse).toContain('sous réserve que la demande soit complète');
    expect(accuse).toContain('L232-3');
    expect(accuse).toContain('04 65 71 10 13');

    await page.getByRole('link', { name: /Télécharger l’accusé/ }).waitFor();
    const pdf = await page.evaluate(async () => {
      const lien = [...document.querySelectorAll('a')].find((a) => a.href.endsWith('.pdf'));
      return (await fetch(lien?.href ?? '')).text();
    });
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(pdf).toContain('/MarkInfo');
    expect(pdf).toContain('/StructTreeRoot');

    const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.url())?.[0] ?? '';
    const [courriel] = await attendreQue(
      () => unClient(parvis.base).courriels(),
      (courriels) => courriels.some(({ objet }) => objet.includes(reference)),
    );
    expect(courriel?.texte).toContain('sous réserve que la demande soit complète');

    await continuer(page, 'Suivre ma demande');
    await page.waitForURL('**/suivi/*');
    await page.getByText('À la mairie').first().waitFor();
    await verifierAcces(page);
    await page.getByText('recto.png').first().waitFor();
  }, 120_000);

  it('le lien du courriel ouvre le suivi, et le code disparaît de l’adresse', async () => {
    const { reference, code } = await unClient(parvis.base).deposer();
    const page = await ouvrirPage(navigateur);
    await page.goto(`${parvis.base}/suivi/${reference}#${code}`);
    await page.getByText('À la mairie').first().waitFor();
    expect(new URL(page.url()).hash).toBe('');
  });

  it('un code faux reçoit une phrase, et la saisie reste', async () => {
    const page = await ouvrirPage(navigateur);
    await page.goto(`${parvis.base}/suivi`);
    await page.getByLabel(/Référence/).fill('0000-0000');
    await page.getByLabel(/Code/).fill('0000-0000-0000');
    await page.keyboard.press('Enter');
    await page
      .getByText(/Aucune demande ne correspond/)
      .first()
      .waitFor();
    expect(await page.getByLabel(/Référence/).inputValue()).toBe('0000-0000');
    await verifierAcces(page);
  });

  it('réseau coupé au moment d’envoyer : rien n’est perdu, et renvoyer n’envoie qu’une fois', async () => {
    const page = await ouvrirPage(navigateur, { viewport: { width: 320, height: 640 } });
    await page.goto(`${parvis.base}/demarches/signalement-voirie/formulaire/1`);
    const { demarche } = await unClient(parvis.base).get<DemarcheOuverte>(
      '/api/demarches/signalement-voirie',
    );
    await remplirIdentite(page);
    for (const etape of demarche.etapes) await remplir(page, etape.champs, demarche);
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (demarche.pieces.length > 0) await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Envoyer ma demande' }).waitFor();
    await page.route(
      '**/api/demandes',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
    await page.getByText(/Rien n’est perdu/).waitFor();
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
    await titre(page, 'Votre demande est reçue');
    const pour = (
      await attendreQue(
        () => unClient(parvis.base).courriels(),
        (courriels) => courriels.some(({ a }) => a === COURRIEL_320),
      )
    ).filter(({ a }) => a === COURRIEL_320);
    expect(pour).toHaveLength(1);
  }, 60_000);
});

const COURRIEL_320 = 'petit.ecran@courriel.example';

const remplirIdentite = async (page: Page) => {
  const particulier = page.getByRole('radio', { name: 'Pour moi ou ma famille' });
  await page.getByRole('button', { name: 'Continuer' }).waitFor();
  if ((await particulier.count()) > 0) await particulier.check();
  await page.getByLabel('Prénom').fill('Zoé');
  await page.getByLabel('Nom', { exact: true }).fill('Fictif');
  await page
    .getByLabel(/^(Numéro et|Adresse)/)
    .first()
    .fill('3 rue de l’Exemple');
  await page.getByLabel('Code postal').fill('84990');
  await page.getByLabel(/^(Ville|Commune)/).fill('Aubevive');
  await page
    .getByLabel(/e-mail/i)
    .first()
    .fill(COURRIEL_320);
  await page.getByRole('button', { name: 'Continuer' }).click();
};

const remplirDate = async (groupe: Locator, jour: string) => {
  const [annee = '', mois = '', quantieme = ''] = jour.split('-');
  for (const [nom, chiffres] of [
    ['Jour', quantieme],
    ['Mois', mois],
    ['Année', annee],
  ] as const)
    await groupe.getByLabel(nom).fill(chiffres);
};

/** Few answers are radio buttons, many are a list. */
const choisirParmi = async (page: Page, libelle: string, valeur: string) => {
  const liste = page.getByRole('combobox', { name: libelle });
  if ((await liste.count()) > 0) await liste.selectOption(valeur);
  else await page.getByRole('radio', { name: valeur, exact: true }).check();
};

const remplir = async (page: Page, champs: Champ[], demarche: Demarche) => {
  const reponses = reponsesDe(demarche);
  for (const champ of champs)
    if (reponses[champ.id] !== undefined) await repondre(page, champ, reponses[champ.id]);
  await page.getByRole('button', { name: 'Continuer' }).click();
};

const repondre = async (page: Page, { type, libelle }: Champ, valeur: unknown): Promise<void> => {
  switch (type) {
    case 'choix':
      return choisirParmi(page, libelle, String(valeur));
    case 'choix-multiple':
      return page.getByRole('checkbox', { name: String(Array.isArray(valeur) ? valeur[0] : valeur) }).check();
    case 'case':
      return page.getByRole('checkbox', { name: libelle }).check();
    case 'date':
      return remplirDate(page.getByRole('group', { name: libelle }), String(valeur));
    case 'texte':
    case 'texte-long':
    case 'nombre':
      return page.getByLabel(libelle).fill(String(valeur));
  }
};
