import { beforeAll, describe, expect, it } from 'vitest';
import { attendre } from '../../local/commun.ts';
import { unPostePartage } from './poste.ts';

const poste = unPostePartage();
const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const page = async (chemin: string) => (await fetch(poste().adresse + chemin, { headers: HTML })).text();
const envoyer = (chemin: string, champs: Record<string, string>, entetes: Record<string, string> = {}) =>
  fetch(poste().adresse + chemin, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...HTML, origin: poste().adresse, ...entetes },
    body: new URLSearchParams(champs),
  });

beforeAll(async () => {
  await poste().deposer('<b>D1</b>');
  await attendre(async () => (await poste().courriels()).length === 1, 'le courriel');
});

describe('la console', () => {
  it('montre chaque commune, ses adresses et ses agents', async () => {
    const accueil = await page('/local');
    expect(accueil).toContain('Commune d’Aubevive');
    expect(accueil).toContain('/agents/');
    expect(accueil).toContain('Nadia Roumanille');
  });

  it('montre les courriels envoyés sans croire ce qu’ils contiennent', async () => {
    const liste = await page('/local/courriels');
    expect(liste).toContain('&lt;b&gt;D1&lt;/b&gt;');
    expect(liste).not.toContain('<b>D1');
  });

  it('ouvre un courriel et rend l’original', async () => {
    const [courriel] = await poste().courriels();
    expect(await page(`/local/courriels/${courriel?.id}`)).toContain('Bonjour');
    const brut = await fetch(`${poste().adresse}/local/courriels/${courriel?.id}/brut`);
    expect(brut.headers.get('content-type')).toBe('message/rfc822');
    const lu = await brut.text();
    expect(lu).toContain('Subject: <b>D1</b>\r\n');
    expect(lu).toContain('Bonjour');
  });

  it('fait entrer un courriel écrit dans son formulaire', async () => {
    const reponse = await envoyer('/local/courriels', {
      commune: 'aubevive',
      de: 'leo@exemple.test',
      objet: 'Trou',
      texte: 'Rue des Lilas',
    });
    expect(reponse.status).toBe(303);
    await attendre(async () => (await poste().items('COURRIEL')).length === 1, 'le courriel');
    expect(await poste().items('COURRIEL')).toMatchObject([
      { brut: expect.stringContaining('Rue des Lilas') },
    ]);
  });

  it('va à une date, à 9 h de la commune', async () => {
    const jour = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    expect((await envoyer('/local/horloge', { jour })).status).toBe(303);
    expect(await page('/local/horloge')).toContain('9\u00a0h\u00a000');
  });

  it('refuse qu’un autre site déplace l’horloge', async () => {
    expect(
      (await envoyer('/local/horloge', { avancer: 'P1D' }, { origin: 'http://ailleurs.example' })).status,
    ).toBe(403);
  });

  it.each([
    ['/local/sms', {}],
    ['/local/courriels', { de: 'x' }],
    ['/local/sms', { de: '+33639980001', texte: 'x', commune: 'nulle-part' }],
  ])('dit ce qui manque à %s', async (chemin, champs) => {
    const reponse = await poste().ecrire(chemin, champs);
    expect(reponse.status).toBe(400);
    expect(await reponse.json()).toMatchObject({
      code: 'entree-invalide',
      phrase: expect.stringContaining('Indiquez'),
    });
  });

  it('dit qu’une page n’existe pas', async () => {
    expect((await fetch(`${poste().adresse}/local/rien`)).status).toBe(404);
  });
});
