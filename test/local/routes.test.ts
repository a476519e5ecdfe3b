import type http from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { manifeste } from '../../functions/actions.ts';
import { ecouter } from '../../local/ecoute.ts';
import { ouvrirPasserelle } from '../../local/passerelle.ts';
import { routeur } from '../../local/routes.ts';

const trouver = routeur(manifeste);

describe('le routeur', () => {
  it('préfère un segment écrit à un paramètre', () => {
    expect(trouver('GET', '/agents/moi')?.nom).toBe('consulterSession');
    expect(trouver('POST', '/demandes/K7M2-9QXD/acceptation')).toMatchObject({
      nom: 'accepterDemande',
      parametres: { demande: 'K7M2-9QXD' },
    });
  });

  it('décode les paramètres', () => {
    expect(trouver('GET', '/demarches/caf%C3%A9')?.parametres).toEqual({ demarche: 'café' });
  });

  it.each([
    ['POST', '/sante'],
    ['GET', '/inconnue'],
    ['GET', '/demarches/'],
    ['GET', '/demarches/a/b'],
  ])('ne trouve rien pour %s %s', (methode, chemin) => {
    expect(trouver(methode, chemin)).toBeUndefined();
  });

  it('trouve chaque route du manifeste', () => {
    const perdues = manifeste.filter(({ nom, contract: { route } }) => {
      const [methode = '', modele = ''] = route?.split(' ') ?? [];
      return route !== undefined && trouver(methode, modele.replace(/\{\w+\}/g, 'x'))?.nom !== nom;
    });
    expect(perdues).toEqual([]);
  });
});

const ouvrir = async (handler: (evenement: unknown) => unknown) => {
  const passerelle = ouvrirPasserelle(
    { racine: '', entrees: manifeste },
    async (_, __, evenement) => handler(JSON.parse(evenement)),
    { tracer: () => undefined, mot: 'mot-du-front' },
  );
  const { port, fermer } = await ecouter((requete, reponse) => void passerelle('essai', requete, reponse));
  onTestFinished(fermer);
  return (chemin: string, options?: RequestInit) => fetch(`http://127.0.0.1:${port}/api${chemin}`, options);
};

describe('la passerelle', () => {
  it('fait l’évènement qu’API Gateway ferait', async () => {
    let vu: unknown;
    const demander = await ouvrir((evenement) => {
      vu = evenement;
      return { statusCode: 204 };
    });
    await demander('/demandes/K7M2-9QXD/messages?a=1&a=2&b=%C3%A9', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'x=1; y=2', 'X-Essai': 'Oui' },
      body: '{"texte":"é"}',
    });
    expect(vu).toMatchObject({
      version: '2.0',
      routeKey: 'POST /api/demandes/{demande}/messages',
      rawPath: '/api/demandes/K7M2-9QXD/messages',
      rawQueryString: 'a=1&a=2&b=%C3%A9',
      queryStringParameters: { a: '1,2', b: 'é' },
      pathParameters: { demande: 'K7M2-9QXD' },
      cookies: ['x=1', 'y=2'],
      headers: { 'x-essai': 'Oui' },
      body: '{"texte":"é"}',
      isBase64Encoded: false,
      requestContext: { http: { method: 'POST', path: '/api/demandes/K7M2-9QXD/messages' } },
    });
    expect(vu).not.toHaveProperty('headers.cookie');
  });

  it('donne en base 64 ce qui n’est pas du texte', async () => {
    const demander = await ouvrir((evenement) => ({ statusCode: 200, body: JSON.stringify(evenement) }));
    const vu = (await (
      await demander('/pieces', {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: new Uint8Array([1, 2]),
      })
    ).json()) as object;
    expect(vu).toMatchObject({ body: 'AQI=', isBase64Encoded: true });
  });

  it('rend les cookies, les en-têtes et les octets', async () => {
    const demander = await ouvrir(() => ({
      statusCode: 201,
      headers: { 'content-type': 'application/pdf' },
      cookies: ['a=1; Path=/', 'b=2'],
      body: 'AQI=',
      isBase64Encoded: true,
    }));
    const reponse = await demander('/sante');
    expect(reponse.status).toBe(201);
    expect(reponse.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect(new Uint8Array(await reponse.arrayBuffer())).toEqual(new Uint8Array([1, 2]));
  });

  it('prend une réponse sans statut pour le corps lui-même', async () => {
    const demander = await ouvrir(() => ({ etat: 'debout' }));
    const reponse = await demander('/sante');
    expect(await reponse.json()).toEqual({ etat: 'debout' });
    expect(reponse.headers.get('content-type')).toContain('application/json');
  });

  it('dit qu’une route n’existe pas', async () => {
    const reponse = await (await ouvrir(() => undefined))('/nulle-part');
    expect(reponse.status).toBe(404);
    expect(await reponse.json()).toEqual({
      code: 'route-inconnue',
      phrase: 'Cette adresse n’existe pas.',
      details: [],
    });
  });

  it('refuse un corps de plus de 10 Mo', async () => {
    const reponse = await (await ouvrir(() => undefined))('/demandes', {
      method: 'POST',
      body: new Uint8Array(10 * 1024 * 1024 + 1),
    });
    expect(reponse.status).toBe(413);
    expect(await reponse.json()).toMatchObject({ code: 'corps-trop-grand' });
  });

  it('répond 500 sans détail quand la fonction tombe', async () => {
    const reponse = await (
      await ouvrir(() => {
        throw new Error('secret');
      })
    )('/sante');
    expect(reponse.status).toBe(500);
    expect(await reponse.text()).toBe('{"message":"Internal Server Error"}');
  });
});

it('dit en une phrase qu’un port est pris', async () => {
  const { ecouterPartout } = await import('../../local/ecoute.ts');
  const premier = await ecouterPartout((_, reponse: http.ServerResponse) => void reponse.end(), 0);
  onTestFinished(premier.fermer);
  await expect(ecouterPartout(() => undefined, premier.port)).rejects.toMatchObject({
    message: expect.stringContaining(`Le port ${premier.port} est déjà utilisé`),
    cause: 'attendue',
  });
});
