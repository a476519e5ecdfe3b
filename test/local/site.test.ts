import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lireCommunes } from '../../lib/communes.ts';
import { ecouter } from '../../local/ecoute.ts';
import { ouvrirSite } from '../../local/site.ts';
import { unDossier } from './atelier.ts';

const [chargee] = lireCommunes(path.resolve(import.meta.dirname, '../..'));
const PAGE = `<!doctype html><title>Parvis</title><script type="application/json" id="commune"></script>${'<p>Bonjour.</p>'.repeat(60)}`;

const ouvrir = async () => {
  const dossier = unDossier();
  mkdirSync(path.join(dossier, 'dist', 'assets'), { recursive: true });
  writeFileSync(path.join(dossier, 'secret.txt'), 'secret');
  writeFileSync(path.join(dossier, 'dist', 'index.html'), PAGE);
  writeFileSync(path.join(dossier, 'dist', 'assets', 'a-123.js'), 'console.log(1)');
  const site = ouvrirSite(path.join(dossier, 'dist'), 'http://127.0.0.1:9');
  const { port, fermer } = await ecouter(
    (requete, reponse) => chargee && site(chargee.commune, requete, reponse),
  );
  onTestFinished(fermer);
  return (chemin: string, options?: RequestInit) => fetch(`http://127.0.0.1:${port}${chemin}`, options);
};

it('met l’identité de la commune dans la page, avec la politique de contenu', async () => {
  const reponse = await (await ouvrir())('/demarches/terrasse');
  expect(await reponse.text()).toContain(`"slug":"${chargee?.commune.slug}"`);
  expect(reponse.headers.get('content-security-policy')).toContain("connect-src 'self' http://127.0.0.1:9");
  expect(reponse.headers.get('x-content-type-options')).toBe('nosniff');
  expect(reponse.headers.get('cache-control')).toBe('no-cache');
});

it.each(['br', 'gzip'])('comprime en %s', async (codage) => {
  const reponse = await (await ouvrir())('/', { headers: { 'accept-encoding': codage } });
  expect(reponse.headers.get('content-encoding')).toBe(codage);
  expect(await reponse.text()).toContain('Bonjour.');
});

it('laisse garder pour toujours ce qui porte son empreinte', async () => {
  expect((await (await ouvrir())('/assets/a-123.js')).headers.get('cache-control')).toContain('immutable');
});

it('ne renvoie pas ce que le navigateur a déjà', async () => {
  const lire = await ouvrir();
  const etag = (await lire('/')).headers.get('etag') ?? '';
  expect((await lire('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
});

it.each(['/absent.js', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/.construit'])(
  'ne sert pas %s',
  async (chemin) => {
    const reponse = await (await ouvrir())(chemin);
    expect(await reponse.text()).not.toContain('secret');
  },
);

it('a les couleurs de la commune', async () => {
  expect((await (await ouvrir())('/theme.css')).headers.get('content-type')).toContain('text/css');
});
