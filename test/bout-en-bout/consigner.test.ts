import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { unClient } from '../atelier/client.ts';
import { atteindre, ouvrirPage, verifierAcces } from '../atelier/navigateur.ts';
import { attendreQue } from '../atelier/parvis.ts';
import { parvisEtNavigateur } from '../atelier/vivant.ts';

const { parvis, navigateur } = await parvisEtNavigateur();

/** Claire is responsable of every service: she may also withdraw a decision. */
const ouvrir = async (reference: string, largeur = 1280): Promise<Page> => {
  const page = await ouvrirPage(navigateur, { viewport: { width: largeur, height: 900 } });
  await page.goto(`${parvis.base}/agents/demandes/${reference}`);
  await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
  await page.getByRole('button', { name: /Claire Montfavet/ }).click();
  await page.getByRole('heading', { name: /carte de stationnement/, level: 1 }).waitFor();
  return page;
};

const lettre = async (debut: string, reference: string): Promise<string> => {
  const courriels = await attendreQue(
    () => unClient(parvis.base).courriels(),
    (tous) => tous.some(({ objet }) => objet.startsWith(debut) && objet.includes(reference)),
  );
  return courriels.find(({ objet }) => objet.startsWith(debut) && objet.includes(reference))?.texte ?? '';
};

/** Chooses in the menu of what happens now and then, with the keyboard alone. */
const choisirEvenement = async (page: Page, nom: string): Promise<void> => {
  await atteindre(page, 'Autre chose est arrivée');
  await page.keyboard.press('Enter');
  await atteindre(page, nom);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: nom, level: 1 }).waitFor();
};

const agent = async (reference: string) => {
  const client = unClient(parvis.base);
  await client.connecter('claire.montfavet@aubevive.example');
  const { version } = await client.get<{ version: number }>(`/api/demandes/${reference}`);
  return { client, version };
};

describe('un agent consigne', () => {
  it('un original demandé puis présenté : l’effet se lit avant l’envoi, la date s’arrête puis repart', async () => {
    const { reference } = await unClient(parvis.base).deposer();
    const page = await ouvrir(reference);
    await choisirEvenement(page, 'Demander un original');
    await page.getByRole('button', { name: 'Demander et envoyer la lettre' }).click();
    await page.getByText('3 points sont à compléter').waitFor();
    await verifierAcces(page);
    await page.getByRole('radio', { name: /Certificat d’immatriculation/ }).check();
    await page.getByLabel('Ce qui fait douter de la copie').fill('La signature est illisible.');
    await page.getByLabel('Numéro du recommandé').fill('1A 234 567 890 1');
    await page.getByText(/ne tient plus\s: la nouvelle se comptera/).waitFor();
    await page.getByRole('button', { name: 'Demander et envoyer la lettre' }).click();
    await page.getByText('En pause').first().waitFor();
    await verifierAcces(page);
    expect(await lettre('Original demandé', reference)).toContain('La signature est illisible.');

    await choisirEvenement(page, 'L’original est présenté');
    await page.getByRole('button', { name: 'Noter et envoyer la lettre' }).click();
    await page.getByText(/puis acceptation par silence/).waitFor();
  }, 90_000);

  it('une pièce arrivée au guichet, puis refusée avec sa raison', async () => {
    const { reference } = await unClient(parvis.base).deposer();
    const { client, version } = await agent(reference);
    const demandee = { pieces: [{ id: 'carteGrise', nom: 'Certificat d’immatriculation' }] };
    const jusquau = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    await client.post(`/api/demandes/${reference}/pieces-manquantes`, { version, jusquau, ...demandee });
    const page = await ouvrir(reference, 320);
    await verifierAcces(page);
    await choisirEvenement(page, 'Des pièces sont arrivées');
    await page.getByRole('checkbox', { name: /Certificat d’immatriculation/ }).check();
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Noter et prévenir la personne' }).click();
    await page.getByText('Reçue', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Examiner les pièces reçues' }).first().click();
    await page.getByRole('radio', { name: 'Elle ne convient pas' }).check();
    await page.getByRole('button', { name: 'Noter et redemander' }).click();
    await page.getByText('Dites pourquoi cette pièce ne convient pas.').first().waitFor();
    await verifierAcces(page);
    await page.getByLabel('Pourquoi elle ne convient pas').fill('Elle est périmée.');
    await page.getByText(/il nous manque/).waitFor();
    await page.getByText('L’effet sur le délai').waitFor();
    await page.getByRole('button', { name: 'Noter et redemander' }).click();
    await page.getByText('Refusée', { exact: true }).waitFor();
    await page
      .getByText(/Elle est périmée/)
      .first()
      .waitFor();
  }, 90_000);

  it('une décision prise un autre jour, puis retirée une fois la personne entendue', async () => {
    const { reference } = await unClient(parvis.base).deposer();
    const page = await ouvrir(reference);
    await page.getByRole('link', { name: 'Accepter' }).click();
    await page.getByText('La décision a été prise ou notifiée un autre jour').click();
    const aujourdhui = new Date().toISOString().slice(0, 10);
    await page.getByLabel(/Décision prise le/).fill(aujourdhui);
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Accepter et prévenir la personne' }).click();
    await page.getByText(/Retirable, si elle est illégale/).waitFor();
    await choisirEvenement(page, 'Remplacer, à la demande de la personne');
    await page.getByRole('button', { name: 'Remplacer la décision et prévenir la personne' }).click();
    await page
      .getByText(/Vérifiez que personne d’autre/)
      .first()
      .waitFor();
    await verifierAcces(page);
    await page.getByLabel('La personne l’a demandé le').fill(aujourdhui);
    await page.getByLabel('Ce que la nouvelle décision accorde').fill('La carte vaut pour deux rues.');
    await page.getByLabel(/est plus favorable à la personne/).check();
    await page.getByLabel(/Personne d’autre n’y perd/).check();
    await page.getByRole('button', { name: 'Remplacer la décision et prévenir la personne' }).click();
    await page
      .getByText(/Elle remplace la décision précédente/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Retirer la décision' }).click();
    await page.getByText(/Encore 1\d\d\sjours pour la retirer si elle est illégale/).waitFor();
    await page.getByRole('button', { name: 'Retirer et prévenir la personne' }).click();
    await page.getByRole('alert').getByText('Choisissez une réponse.').waitFor();
    await verifierAcces(page);
    await page.getByRole('radio', { name: /obtenue par fraude/ }).check();
    await page.getByLabel('Les faits').fill('Le justificatif de domicile était faux.');
    await page.getByLabel('Le droit').fill('CRPA, L241-2.');
    await page.getByRole('radio', { name: /urgence/ }).check();
    await page.getByLabel('Les raisons').fill('La carte sert chaque jour à un tiers.');
    await page.getByRole('button', { name: 'Retirer et prévenir la personne' }).click();
    await page.getByText('Décision retirée').first().waitFor();
    await verifierAcces(page);
    expect(await lettre('La mairie a retiré sa décision', reference)).toContain(
      'La décision est dans votre espace',
    );
  }, 90_000);

  it('le dossier a changé entre-temps : rien ne part, ce qui était écrit reste', async () => {
    const { reference } = await unClient(parvis.base).deposer();
    const page = await ouvrir(reference);
    await choisirEvenement(page, 'Transmettre à une autre administration');
    await page.getByLabel('L’administration compétente').fill('La préfecture fictive');
    await page.getByLabel('Pourquoi elle est compétente').fill('La route est nationale.');
    await page.getByLabel('Numéro du recommandé').fill('1A 234 567 890 1');
    const { client, version } = await agent(reference);
    await client.post(`/api/demandes/${reference}/prise-en-charge`, { version });
    await page.getByRole('button', { name: 'Transmettre et envoyer la lettre' }).click();
    await page.getByText('Ce dossier a changé pendant que vous écriviez').waitFor();
    expect(await page.getByLabel('Pourquoi elle est compétente').inputValue()).toBe(
      'La route est nationale.',
    );
    await page.getByRole('button', { name: 'Transmettre et envoyer la lettre' }).click();
    await page.getByText('Transmise ailleurs').first().waitFor();
    await verifierAcces(page);
  }, 90_000);
});
