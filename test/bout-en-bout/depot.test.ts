import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { DemarcheOuverte } from '../../functions/demarches/demarche.actions.ts';
import { unClient } from '../atelier/client.ts';
import { unePhoto } from '../atelier/fichiers.ts';
import { remplirFormulaire } from '../atelier/formulaire.ts';
import { atteindre, ouvrirPage, verifierAcces } from '../atelier/navigateur.ts';
import { attendreQue } from '../atelier/parvis.ts';
import { parvisEtNavigateur } from '../atelier/vivant.ts';

const COURRIEL_320 = 'petit.ecran@courriel.example';

const { parvis, navigateur } = await parvisEtNavigateur();

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

  it('modifier une réponse ouvre son champ, demande ce qu’elle ouvre, et revient au récapitulatif', async () => {
    const page = await ouvrirPage(navigateur);
    const { demarche } = await unClient(parvis.base).get<DemarcheOuverte>(
      '/api/demarches/carte-stationnement-resident',
    );
    await page.goto(`${parvis.base}/demarches/${demarche.id}/formulaire/1`);
    await remplirFormulaire(page, demarche, { courriel: 'zoe.fictif@courriel.example' });
    await page.getByRole('link', { name: /Modifier.*À qui est le véhicule/ }).click();
    await titre(page, 'Le véhicule');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('titulaire');
    await page.keyboard.press('ArrowDown');
    await continuer(page, 'Enregistrer et revenir au récapitulatif');
    await titre(page, 'Vos documents');
    await choisir(page, /^J’enverrai plus tard.*attestation/);
    await continuer(page, 'Enregistrer et revenir au récapitulatif');
    await titre(page, 'Vérifier et envoyer');
    expect(await page.getByText('À mon employeur').count()).toBe(1);
  });

  it('une étape en erreur le dit dans l’onglet, et nomme chaque question', async () => {
    const page = await ouvrirPage(navigateur);
    await page.goto(`${parvis.base}/demarches/carte-stationnement-resident/formulaire/2`);
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('link', { name: 'Immatriculation : cette réponse est nécessaire.' }).click();
    expect(await page.title()).toMatch(/^Erreur\s: Étape 2/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('immatriculation');
  });

  it('l’adresse du récapitulatif, sans réponses, mène à la première étape qui en manque', async () => {
    const page = await ouvrirPage(navigateur);
    for (const numero of [2, 3, 4, 5, 6, 7]) {
      await page.goto(`${parvis.base}/demarches/carte-stationnement-resident/formulaire/${numero}`);
      await page.getByRole('button', { name: 'Continuer' }).waitFor();
      expect(await page.getByRole('button', { name: 'Envoyer ma demande' }).count()).toBe(0);
    }
  });

  it('réseau coupé au moment d’envoyer : rien n’est perdu, et renvoyer n’envoie qu’une fois', async () => {
    const page = await ouvrirPage(navigateur, { viewport: { width: 320, height: 640 } });
    const { demarche } = await unClient(parvis.base).get<DemarcheOuverte>(
      '/api/demarches/signalement-voirie',
    );
    await page.goto(`${parvis.base}/demarches/signalement-voirie/formulaire/1`);
    await remplirFormulaire(page, demarche, { courriel: COURRIEL_320 });
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
    await titre(page, 'Votre signalement est reçu');
    await page.getByText(/la mairie n’émet pas d’accusé de réception/).waitFor();
    expect(await page.getByRole('link', { name: /accusé/ }).count()).toBe(0);
    await verifierAcces(page);
    await page.goBack();
    await titre(page, 'Votre demande est déjà envoyée');
    await verifierAcces(page);
    const pour = (
      await attendreQue(
        () => unClient(parvis.base).courriels(),
        (courriels) => courriels.some(({ a }) => a === COURRIEL_320),
      )
    ).filter(({ a }) => a === COURRIEL_320);
    expect(pour).toHaveLength(1);
  }, 60_000);

  it('dit avant de commencer qui décide, le prix et ce que deviennent les réponses ; les pages de la loi se lisent', async () => {
    const page = await ouvrirPage(navigateur, { viewport: { width: 320, height: 800 } });
    const lire = async (vers: string, ...phrases: (string | RegExp)[]) => {
      await page.goto(`${parvis.base}${vers}`);
      for (const phrase of phrases) await page.getByText(phrase).first().waitFor();
      await verifierAcces(page);
    };
    await lire('/demarches/portage-de-repas', /centre communal d’action sociale/i, /fixe le prix/);
    await lire(
      '/demarches/portage-de-repas/donnees',
      'Centre communal d’action sociale (CCAS) d’Aubevive, 6 rue',
      /RGPD, 9-2-h/,
    );
    await lire('/demarches/signalement-voirie', /Cela dépend de votre réponse/, 'Dans les autres cas');
    await lire('/mentions-legales', /n’efface pas les demandes de lui-même/, 'dpo@aubevive.example');
    await lire('/modalites', /10\sMo au plus/, /CRPA, L112-9|R112-9-1/);
    await lire('/accessibilite', /Il n’a pas encore été audité/, /établie le/);
  });
});
