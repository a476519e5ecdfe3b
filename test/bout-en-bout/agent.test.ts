import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { unClient } from '../atelier/client.ts';
import { unePhoto } from '../atelier/fichiers.ts';
import { ouvrirPage, verifierAcces } from '../atelier/navigateur.ts';
import { attendreQue } from '../atelier/parvis.ts';
import { parvisEtNavigateur } from '../atelier/vivant.ts';

const { parvis, navigateur } = await parvisEtNavigateur();

/** Signs in at the stand-in of ProConnect as the agent of this name. */
const entrer = async (nom: string, vers = '/agents/'): Promise<Page> => {
  const page = await ouvrirPage(navigateur, { viewport: { width: 1280, height: 900 } });
  await page.goto(`${parvis.base}${vers}`);
  await verifierAcces(page);
  await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
  await page.getByRole('heading', { name: 'Choisir un compte d’agent' }).waitFor();
  await verifierAcces(page);
  await page.getByRole('button', { name: new RegExp(nom) }).click();
  await page.waitForURL(`${parvis.base}/agents/**`);
  return page;
};

const courrielPour = (adresse: string, debut: string) =>
  attendreQue(
    () => unClient(parvis.base).courriels(),
    (courriels) => courriels.some(({ a, objet }) => a === adresse && objet.startsWith(debut)),
  );

const ZOE = 'zoe.fictif@courriel.example';

describe('un agent', () => {
  it('ouvre sa file, prend en charge, demande une pièce ; l’usager l’envoie ; l’agent accepte', async () => {
    const depose = await unClient(parvis.base).deposer();
    const page = await entrer('Karim Bellaval');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await verifierAcces(page);
    await page
      .getByRole('link', { name: /carte de stationnement/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Prendre en charge' }).waitFor();
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Prendre en charge' }).click();
    await page.getByText('Vous', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Demander des pièces' }).click();
    await page.getByRole('heading', { name: 'Demander des pièces' }).waitFor();
    await page.getByRole('checkbox', { name: /Certificat d’immatriculation/ }).check();
    await page.getByLabel('Pourquoi').first().fill('la photo est floue');
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Demander et envoyer la lettre' }).click();
    const lettres = await courrielPour(ZOE, 'Il manque des pièces');
    expect(lettres[0]?.texte).toContain('la photo est floue');

    const usager = await ouvrirPage(navigateur, { viewport: { width: 320, height: 640 } });
    await usager.goto(`${parvis.base}/suivi/${depose.reference}#${depose.code}`);
    await usager.getByText('À vous').first().waitFor();
    await verifierAcces(usager);
    await usager.getByLabel(/Certificat d’immatriculation/).setInputFiles(unePhoto('nette.png'));
    await usager.getByRole('button', { name: 'Retirer nette.png' }).waitFor();
    await usager.getByRole('button', { name: 'Envoyer cette pièce' }).click();
    await usager.getByText('À la mairie').first().waitFor();
    await usager.getByLabel('Écrire à la mairie').fill('Voici une photo plus nette.');
    await usager.getByRole('button', { name: 'Envoyer le message' }).click();
    await usager.getByText('Voici une photo plus nette.').first().waitFor();
    await verifierAcces(usager);

    await page.goto(`${parvis.base}/agents/demandes/${depose.reference}`);
    await page.getByText('Voici une photo plus nette.').first().waitFor();
    await page.getByRole('link', { name: 'Accepter' }).click();
    await page.getByRole('heading', { name: /Accepter/ }).waitFor();
    await verifierAcces(page);
    await page.getByRole('button', { name: /Accepter et prévenir/ }).click();
    await courrielPour(ZOE, 'Votre demande est acceptée');
    await usager.reload();
    await usager.getByText('Votre demande est acceptée').first().waitFor();
    await verifierAcces(usager);
  }, 120_000);

  it('ne refuse pas sans motifs ; le refus se lit dans l’espace, l’e-mail dit qu’il y est', async () => {
    const { reference, code } = await unClient(parvis.base).deposer();
    const page = await entrer('Karim Bellaval', `/agents/demandes/${reference}/refuser`);
    await page.getByRole('button', { name: 'Refuser et prévenir la personne' }).click();
    await page
      .getByText(/L211-5/)
      .first()
      .waitFor();
    await verifierAcces(page);
    await page.getByLabel('Les faits').fill('Le véhicule appartient à un tiers.');
    await page.getByLabel('Le droit').fill('Délibération du 3 mars, article 2.');
    await page.getByRole('button', { name: 'Refuser et prévenir la personne' }).click();
    const avis = (await courrielPour(ZOE, 'Votre demande est refusée')).find(({ objet }) =>
      objet.includes(reference),
    );
    expect(avis?.texte).toContain('La décision est dans votre espace');
    expect(avis?.texte).not.toContain('Le véhicule appartient à un tiers.');
    await page.goto(`${parvis.base}/suivi/${reference}#${code}`);
    await page.getByText('Le véhicule appartient à un tiers.').first().waitFor();
    const lue = (await page.getByRole('main').innerText()).replaceAll('\u00a0', ' ');
    for (const attendu of [
      'Le véhicule appartient à un tiers.',
      'Délibération du 3 mars',
      'tribunal administratif',
      'L411-2',
    ])
      expect(lue).toContain(attendu);
  }, 60_000);

  it('le second de deux agents apprend ce qui a changé, sans perdre ce qu’il écrivait', async () => {
    const { reference } = await unClient(parvis.base).deposer();
    const page = await entrer('Claire Montfavet', `/agents/demandes/${reference}/refuser`);
    await page.getByLabel('Les faits').fill('Un motif écrit longuement.');
    await page.getByLabel('Le droit').fill('Délibération du 3 mars, article 2.');
    const collegue = unClient(parvis.base);
    await collegue.connecter('karim.bellaval@aubevive.example');
    const { version } = await collegue.get<{ version: number }>(`/api/demandes/${reference}`);
    await collegue.post(`/api/demandes/${reference}/prise-en-charge`, { version });
    await page.getByRole('button', { name: 'Refuser et prévenir la personne' }).click();
    await page
      .getByText(/Karim Bellaval/)
      .first()
      .waitFor();
    expect(await page.getByLabel('Les faits').inputValue()).toBe('Un motif écrit longuement.');
    await verifierAcces(page);
  }, 60_000);

  it('un inconnu de la commune n’entre pas, et sait à qui s’adresser', async () => {
    const page = await entrer('Camille Inconnu');
    await page.getByText(/pas encore habilité/).waitFor();
    await verifierAcces(page);
  });

  it('voit ses sessions ; un administrateur les ferme, et rien de ce qui est à l’écran ne se perd', async () => {
    const page = await entrer('Julien Castan');
    await page.getByRole('link', { name: 'Sessions' }).click();
    await page.getByText('C’est celle-ci.').waitFor();
    await verifierAcces(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await verifierAcces(page);
    const administrateur = unClient(parvis.base);
    await administrateur.connecter('thomas.vialanne@aubevive.example');
    const { sessions } = await administrateur.get<{ sessions: { id: string; nom: string }[] }>(
      '/api/agents/sessions',
    );
    for (const { id } of sessions.filter(({ nom }) => nom === 'Julien Castan'))
      await administrateur.post(`/api/agents/sessions/${id}/fermeture`, {});
    await page.getByRole('link', { name: 'À risque' }).click();
    await page.getByText('Votre session est terminée.').waitFor();
  }, 60_000);

  it('se déconnecte pour de bon', async () => {
    const page = await entrer('Julien Castan');
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).waitFor();
    await page.goto(`${parvis.base}/agents/`);
    await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).waitFor();
  });
});

describe('la console', () => {
  it('avance l’horloge de deux mois, et la file montre ce que le silence a décidé', async () => {
    await unClient(parvis.base).deposer();
    const page = await ouvrirPage(navigateur);
    await page.goto(`${parvis.base}/local`);
    await verifierAcces(page);
    await page.getByRole('link', { name: 'Horloge' }).click();
    await verifierAcces(page);
    await page.getByRole('button', { name: /2 mois|deux mois/i }).click();
    await page.getByRole('button', { name: /semaine/i }).click();
    await page.goto(`${parvis.base}/local/courriels`);
    await page
      .getByText(/Plus que 2 jours/)
      .first()
      .waitFor();
    await verifierAcces(page);
    const agent = await entrer('Karim Bellaval', '/agents/');
    await agent.getByRole('link', { name: /Par silence/ }).click();
    await agent
      .getByText(/carte de stationnement/)
      .first()
      .waitFor();
    await verifierAcces(agent);
  }, 60_000);
});
