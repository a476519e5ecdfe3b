import path from 'node:path';
import * as oidc from 'openid-client';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { lireCommunes } from '../../lib/communes.ts';
import { ecouter } from '../../local/ecoute.ts';
import { CHEMIN_PROCONNECT, ouvrirProconnect } from '../../local/moteurs/proconnect.ts';
import { lireSecrets } from '../../local/moteurs/secrets.ts';
import { ouvrirRegistre } from '../../local/registre.ts';
import { unDossier } from './atelier.ts';

const [chargee] = lireCommunes(path.resolve(import.meta.dirname, '../..'));
const RETOUR = 'http://localhost:3999/api/agents/retour';
if (!chargee) throw new Error('aucune commune');
const { commune } = chargee;
const { client } = commune.connexion.proconnect;

const ouvrir = async () => {
  const dossier = unDossier();
  const registre = ouvrirRegistre(dossier);
  const secrets = lireSecrets(dossier, { clients: [client], communes: [] });
  let servir: ReturnType<typeof ouvrirProconnect> | undefined;
  const { port, fermer } = await ecouter((requete, reponse) => servir?.(requete, reponse), 0, 'localhost');
  const emetteur = `http://localhost:${port}${CHEMIN_PROCONNECT}`;
  servir = ouvrirProconnect({
    registre,
    emetteur,
    communes: [commune],
    adressesDe: () => ['http://localhost:3999'],
    secrets,
  });
  onTestFinished(async () => {
    await fermer();
    registre.close();
  });
  const config = await oidc.discovery(
    new URL(emetteur),
    client,
    { userinfo_signed_response_alg: 'RS256' },
    oidc.ClientSecretPost(secrets.clients[client]),
    { execute: [oidc.allowInsecureRequests] },
  );
  return { config, ...unNavigateur() };
};

/** Follows the stand-in's own pages, cookies kept, until it sends back to the commune. */
const unNavigateur = () => {
  const cookies = new Map<string, string>();
  const aller = async (adresse: string | URL, options: RequestInit = {}): Promise<Response> => {
    const reponse = await fetch(adresse, {
      redirect: 'manual',
      ...options,
      headers: { cookie: [...cookies].map((paire) => paire.join('=')).join('; ') },
    });
    for (const [nom, valeur] of reponse.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0]?.split('=') ?? []))
      cookies.set(nom ?? '', valeur ?? '');
    const vers = reponse.headers.get('location');
    return vers && !vers.startsWith('http://localhost:3999') ? aller(new URL(vers, adresse)) : reponse;
  };
  const choisir = async (page: Response, compte: string) =>
    aller(page.url, { method: 'POST', body: new URLSearchParams({ compte }) });
  return { aller, choisir };
};

const unDepart = async (config: oidc.Configuration, autres: Record<string, string> = {}) => {
  const depart = {
    verificateur: oidc.randomPKCECodeVerifier(),
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
  };
  const adresse = oidc.buildAuthorizationUrl(config, {
    redirect_uri: RETOUR,
    scope: 'openid given_name usual_name email uid siret',
    code_challenge: await oidc.calculatePKCECodeChallenge(depart.verificateur),
    code_challenge_method: 'S256',
    state: depart.state,
    nonce: depart.nonce,
    ...autres,
  });
  return { ...depart, adresse };
};

describe('le remplaçant de ProConnect', () => {
  let agent: (typeof commune.agents)[number];
  beforeAll(() => {
    agent = commune.agents[0] as typeof agent;
  });

  it('dit qui est l’agent choisi, dans un userinfo signé', async () => {
    const { config, aller, choisir } = await ouvrir();
    const { adresse, verificateur, state, nonce } = await unDepart(config);
    const retour = await choisir(await aller(adresse), agent.courriel);
    const jetons = await oidc.authorizationCodeGrant(config, new URL(retour.headers.get('location') ?? ''), {
      pkceCodeVerifier: verificateur,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const identite = await oidc.fetchUserInfo(config, jetons.access_token, jetons.claims()?.sub ?? '');
    expect(identite).toMatchObject({
      given_name: agent.prenom,
      usual_name: agent.nom,
      email: agent.courriel,
      siret: commune.siret,
      uid: expect.any(String),
    });
  });

  it('propose chaque agent de la commune, et une personne inconnue', async () => {
    const { config, aller } = await ouvrir();
    const page = await (await aller((await unDepart(config)).adresse)).text();
    for (const { courriel } of commune.agents) expect(page).toContain(`value="${courriel}"`);
    expect(page).toContain('n’a pas habilitée');
  });

  it('redemande qui l’on est à chaque fois', async () => {
    const { config, aller, choisir } = await ouvrir();
    await choisir(await aller((await unDepart(config)).adresse), agent.courriel);
    expect((await aller((await unDepart(config)).adresse)).status).toBe(200);
  });

  it.each(['state', 'nonce'])('refuse un %s trop court, comme ProConnect', async (nom) => {
    const { config, aller } = await ouvrir();
    const reponse = await aller((await unDepart(config, { [nom]: 'court' })).adresse);
    expect(reponse.status).toBe(400);
    expect(await reponse.text()).toContain(`${nom} : 32 caractères au moins`);
  });

  it('déconnecte sans demander de confirmation', async () => {
    const { config, aller, choisir } = await ouvrir();
    const { adresse, verificateur, state, nonce } = await unDepart(config);
    const retour = await choisir(await aller(adresse), agent.courriel);
    const { id_token } = await oidc.authorizationCodeGrant(
      config,
      new URL(retour.headers.get('location') ?? ''),
      { pkceCodeVerifier: verificateur, expectedState: state, expectedNonce: nonce },
    );
    const page = await aller(
      oidc.buildEndSessionUrl(config, {
        id_token_hint: id_token ?? '',
        post_logout_redirect_uri: 'http://localhost:3999/agents/',
        state: 'un-etat-quelconque-assez-long-pour-etre-pris',
      }),
    );
    const html = await page.text();
    expect(html).toContain('name="logout" value="yes"');
    expect(html).toContain('.submit()');
    const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
    const fin = await aller(action, {
      method: 'POST',
      body: new URLSearchParams({ logout: 'yes', xsrf: /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '' }),
    });
    expect(fin.headers.get('location')).toMatch(/^http:\/\/localhost:3999\/agents\/\?state=un-etat/);
  });
});
