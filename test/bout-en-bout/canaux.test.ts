import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../functions/demandes/formes.ts';
import { unClient } from '../atelier/client.ts';
import { unePhoto } from '../atelier/fichiers.ts';
import { ouvrirPage, verifierAcces } from '../atelier/navigateur.ts';
import { attendreQue } from '../atelier/parvis.ts';
import { parvisEtNavigateur } from '../atelier/vivant.ts';

const { parvis, navigateur } = await parvisEtNavigateur();

const NOE = 'noe.fictif@courriel.example';
const ACCUEIL = 'nadia.roumanille@aubevive.example';

/** A mail from any program. */
const poster = (message: object) =>
  createTransport({ host: '127.0.0.1', port: parvis.smtp, ignoreTLS: true }).sendMail({
    from: `Noé Fictif <${NOE}>`,
    to: 'mairie@aubevive.example',
    ...message,
  });

const unAccueil = async () => {
  const client = unClient(parvis.base);
  await client.connecter(ACCUEIL);
  return client;
};

/** The first mail to this address whose subject begins so, with its raw source. */
const courrielRecu = async (a: string, debut: string, reference = '') => {
  const trouver = async () =>
    (await unClient(parvis.base).courriels()).find(
      (courriel) =>
        courriel.a === a && courriel.objet.startsWith(debut) && courriel.objet.includes(reference),
    );
  const vu = await attendreQue(trouver, (courriel) => courriel !== undefined);
  if (!vu) throw new Error('aucun courriel');
  const brut = await (await fetch(`${parvis.base}/local/courriels/${vu.id}/brut`)).text();
  return { ...vu, brut, reponseA: /^Reply-To: (.*)$/im.exec(brut)?.[1] ?? '' };
};

const smsRecu = (a: string, contient: string) =>
  attendreQue(
    async () =>
      (await unClient(parvis.base).get<{ a: string; texte: string }[]>('/local/sms')).find(
        (sms) => sms.a === a && sms.texte.includes(contient),
      ),
    (sms) => sms !== undefined,
  );

const entrer = async (vers: string): Promise<Page> => {
  const page = await ouvrirPage(navigateur, { viewport: { width: 1280, height: 900 } });
  await page.goto(`${parvis.base}/agents/`);
  await page.getByRole('link', { name: 'S’identifier avec ProConnect' }).click();
  await page.getByRole('button', { name: /Nadia Roumanille/ }).click();
  await page.waitForURL(`${parvis.base}/agents/**`);
  await page.goto(`${parvis.base}${vers}`);
  return page;
};

describe('par courriel', () => {
  it('un courriel devient une demande, qu’un agent qualifie ; les réponses se suivent dans un seul fil', async () => {
    const { buffer: content, name: filename } = unePhoto();
    await poster({
      subject: 'Ma voiture',
      text: 'Je voudrais une carte de stationnement.',
      attachments: [{ filename, content }],
    });
    const aee = await courrielRecu(NOE, 'Votre message est enregistré');
    const reference = /\((.*)\)/.exec(aee.objet)?.[1] ?? '';
    expect(aee.texte).toContain('R112-11-2');
    expect(aee.texte).not.toContain('rejetée');
    expect(aee.reponseA).toBe(`mairie+${reference}@aubevive.example`);

    const page = await entrer('/agents/?vue=a-qualifier');
    await page.getByRole('link', { name: 'Ma voiture' }).waitFor();
    await verifierAcces(page);
    await page.getByRole('link', { name: 'Ma voiture' }).click();
    await page.getByText(`Votre réponse partira par e-mail à ${NOE}.`).waitFor();
    await page.getByRole('link', { name: 'Voir l’original' }).waitFor();
    await verifierAcces(page);
    await page.getByRole('link', { name: 'Qualifier', exact: true }).click();
    await page.getByLabel('Ce que demande cette personne').selectOption('carte-stationnement-resident');
    await page.getByText(/Le délai part de l’arrivée du message/).waitFor();
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Qualifier et envoyer l’accusé de réception' }).click();
    await page.getByText(/est adressée au bon service/).waitFor();

    const are = await courrielRecu(NOE, 'Accusé de réception', reference);
    expect(are.texte).toContain('sous réserve que la demande soit complète');
    expect(are.texte).toContain('carte de stationnement');

    await poster({
      subject: `Re: ${are.objet}`,
      to: are.reponseA,
      text: 'Ma plaque : AB-123-CD.\n\nLe lundi, la mairie a écrit :\n> Votre demande est reçue',
    });
    const agent = await unAccueil();
    const dossier = await attendreQue(
      () => agent.get<Dossier>(`/api/demandes/${reference}`),
      ({ messages }) => messages.length === 2,
    );
    expect(dossier.messages.map(({ texte, canal }) => [texte, canal])).toEqual([
      ['Je voudrais une carte de stationnement.', 'courriel'],
      ['Ma plaque : AB-123-CD.', 'courriel'],
    ]);
    expect(dossier.pieces).toMatchObject([{ nom: 'photo.png', type: 'image/png' }]);
    const original = await agent.envoyer(`/api/interactions/${dossier.messages[0]?.interaction}/original`);
    expect(original.status).toBe(302);
    const octets = await fetch(original.headers.get('location') ?? '');
    expect(await octets.text()).toContain('Subject: Ma voiture');

    await page.goto(`${parvis.base}/agents/demandes/${reference}`);
    await page.getByLabel(/^Écrire à/).fill('Votre carte est prête.');
    await page.getByText('Joindre des fichiers').click();
    await page.getByLabel(/^Ajouter un fichier/).setInputFiles({ ...unePhoto(), name: 'carte.png' });
    await page.getByRole('button', { name: 'Retirer carte.png' }).waitFor();
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Envoyer le message' }).click();
    await page.getByText(`part par e-mail à ${NOE}`).waitFor();
    const reponse = await courrielRecu(NOE, 'Un message de la mairie', reference);
    expect(reponse.texte).toContain('Votre carte est prête.');
    expect(reponse.texte).toContain('Avec ce message : carte.png.');
    const suivi = await ouvrirPage(navigateur, { viewport: { width: 320, height: 640 } });
    await suivi.goto((/https?:\S+\/suivi\/\S+/.exec(reponse.texte) ?? [''])[0]);
    await suivi.getByRole('heading', { name: 'Les documents de la mairie' }).waitFor();
    await verifierAcces(suivi);
    const href = await suivi.getByRole('link', { name: 'carte.png' }).getAttribute('href');
    const recu = await suivi.request.get(`${parvis.base}${href}`);
    expect([recu.status(), recu.headers()['content-type']]).toEqual([200, 'image/png']);
  }, 120_000);

  it('ce que la machine ne doit pas décider attend à trier : un agent ouvre, joint ou écarte', async () => {
    // A second try finds what the first one left: its own mails carry its own words.
    const essai = randomUUID().slice(0, 8);
    const [absent, illisible, publicite] = [`Absente ${essai}`, `Illisible ${essai}`, `Promo ${essai}`];
    await poster({
      subject: absent,
      text: 'Je suis absente.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    await poster({
      subject: illisible,
      raw: `From: x\r\nTo: mairie@aubevive.example\r\nSubject: ${illisible}\r\n\r\n`,
    });
    await poster({ subject: publicite, text: 'Achetez.', headers: { 'List-Id': '<promo.exemple.test>' } });
    const agent = await unAccueil();
    await attendreQue(
      async () => {
        const { interactions } = await agent.get<{ interactions: { objet: string; etat: string }[] }>(
          '/api/interactions',
        );
        return interactions.filter(({ objet }) => objet.endsWith(essai));
      },
      (miens) => miens.length === 3 && miens.every(({ etat }) => etat === 'a-trier'),
    );
    const page = await entrer('/agents/?vue=tri');
    await page.getByText(/^Écrits par des machines/).click();
    await page.getByText(publicite, { exact: true }).click();
    await page
      .getByText(/Message automatique/)
      .first()
      .waitFor();
    await verifierAcces(page);
    const promo = page.getByRole('listitem').filter({ hasText: publicite });
    await promo.getByText('Écarter ce message').first().click();
    await promo.getByLabel('Publicité ou courrier indésirable').check();
    await verifierAcces(page);
    await promo.getByRole('button', { name: 'Écarter ce message' }).click();
    await page.getByText('Le message est écarté.', { exact: false }).waitFor();
    await promo.waitFor({ state: 'detached' });
    const absente = page.getByRole('listitem').filter({ hasText: absent });
    await page.getByText(absent, { exact: true }).click();
    await absente.getByRole('button', { name: 'Ouvrir une demande' }).click();
    await page.getByText('La demande est ouverte', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'Classer sans suite' }).click();
    await page.getByLabel('Ce n’est pas une demande').check();
    await verifierAcces(page);
    await page.getByRole('button', { name: 'Classer sans suite' }).click();
    await page.getByText('Le message est classé sans suite', { exact: false }).waitFor();
    const objets = (await agent.courriels()).map(({ a, objet }) => a === NOE && objet);
    expect(objets.filter((objet) => objet && objet.endsWith(essai))).toEqual([]);
  }, 60_000);
});

describe('par SMS', () => {
  const TELEPHONE = '+33639980042';

  it('un SMS libre ouvre une demande ; l’agent répond sans choisir : un SMS part ; SUIVI dit où elle en est', async () => {
    const client = unClient(parvis.base);
    await client.post('/local/sms', { de: TELEPHONE, texte: 'Un arbre est tombé rue Haute' });
    const aee = await smsRecu(TELEPHONE, 'Arrivé le');
    const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(aee?.texte ?? '')?.[0] ?? '';

    const page = await entrer(`/agents/demandes/${reference}`);
    await page.getByText(/Votre réponse partira par SMS au 06/).waitFor();
    await verifierAcces(page);
    await page.getByLabel(/^Écrire à/).fill('Nous venons ce matin.');
    await page.getByRole('button', { name: 'Envoyer le message' }).click();
    await smsRecu(TELEPHONE, 'Nous venons ce matin.');

    await client.post('/local/sms', { de: TELEPHONE, texte: `suivi ${reference.toLowerCase()}` });
    await smsRecu(TELEPHONE, `${reference}. Votre message est enregistré`);
    await client.post('/local/sms', { de: '+33639980043', texte: `SUIVI ${reference}` });
    await smsRecu('+33639980043', 'son code');

    const suivi = await ouvrirPage(navigateur, { viewport: { width: 320, height: 640 } });
    await suivi.goto((/https?:\S+/.exec(aee?.texte ?? '') ?? [''])[0]);
    await suivi.getByText('par SMS').first().waitFor();
    await verifierAcces(suivi);
    expect((await client.courriels()).filter(({ objet }) => objet.includes(reference))).toEqual([]);
  }, 60_000);
});
