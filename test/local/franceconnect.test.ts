import path from 'node:path';
import * as oidc from 'openid-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lireCommunes } from '../../lib/communes.ts';
import { ecouter } from '../../local/ecoute.ts';
import { CHEMIN_FRANCECONNECT, ouvrirFranceconnect } from '../../local/moteurs/franceconnect.ts';
import { lireSecrets } from '../../local/moteurs/secrets.ts';
import { ouvrirRegistre } from '../../local/registre.ts';
import { unDossier } from './atelier.ts';

const communes = lireCommunes(path.resolve(import.meta.dirname, '../..')).map(({ commune }) => commune);
const adresse = (slug: string) => `http://${slug}.localhost:3999`;
const clientDe = (rang: number): string => communes[rang]?.connexion.franceconnect?.client ?? '';

const ouvrir = async (rang: number) => {
  const commune = communes[rang];
  const client = clientDe(rang);
  if (!commune) throw new Error('aucune commune');
  const dossier = unDossier();
  const registre = ouvrirRegistre(dossier);
  const secrets = lireSecrets(dossier, { clients: communes.map((_, i) => clientDe(i)), communes: [] });
  let servir: ReturnType<typeof ouvrirFranceconnect> | undefined;
  const { port, fermer } = await ecouter((requete, reponse) => servir?.(requete, reponse), 0, 'localhost');
  const emetteur = `http://localhost:${port}${CHEMIN_FRANCECONNECT}`;
  servir = ouvrirFranceconnect({
    registre,
    emetteur,
    communes,
    adressesDe: (slug) => [adresse(slug)],
    secrets,
  });
  onTestFinished(async () => {
    await fermer();
    registre.close();
  });
  const config = await oidc.discovery(
    new URL(emetteur),
    client,
    { id_token_signed_response_alg: 'ES256', userinfo_signed_response_alg: 'ES256' },
    oidc.ClientSecretPost(secrets.clients[client]),
    { execute: [oidc.allowInsecureRequests] },
  );
  return { config, retour: `${adresse(commune.slug)}/api/compte/retour` };
};

/** Goes to FranceConnect, chooses who to be by a word of the page, and comes back with what it says. */
const devenir = async (
  mot: string,
  { rang = 0, portee = 'openid given_name family_name preferred_username email' } = {},
) => {
  const { config, retour } = await ouvrir(rang);
  const cookies = new Map<string, string>();
  const aller = async (vers: string, options: RequestInit = {}): Promise<Response> => {
    const reponse = await fetch(vers, {
      redirect: 'manual',
      ...options,
      headers: { cookie: [...cookies].map((paire) => paire.join('=')).join('; ') },
    });
    for (const cookie of reponse.headers.getSetCookie()) {
      const [nom = '', valeur = ''] = cookie.split(';')[0]?.split('=') ?? [];
      cookies.set(nom, valeur);
    }
    const suite = reponse.headers.get('location');
    return suite && !suite.startsWith(retour) ? aller(new URL(suite, vers).href) : reponse;
  };
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
  const depart = oidc.buildAuthorizationUrl(config, {
    redirect_uri: retour,
    scope: portee,
    acr_values: 'eidas1',
    state,
    nonce,
  });
  const page = await aller(depart.href);
  const compte =
    new RegExp(`value="([^"]*)"><strong>[^<]*${mot}`).exec(await page.clone().text())?.[1] ?? '?';
  const fin = await aller(page.url, { method: 'POST', body: new URLSearchParams({ compte }) });
  const arrivee = new URL(fin.headers.get('location') ?? '');
  if (arrivee.searchParams.has('error')) return { erreur: arrivee.searchParams.get('error') };
  const jetons = await oidc.authorizationCodeGrant(config, arrivee, {
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const claims = jetons.claims();
  return { claims, identite: await oidc.fetchUserInfo(config, jetons.access_token, claims?.sub ?? '') };
};

describe('le remplaçant de FranceConnect', () => {
  it('dit l’identité de la personne choisie, dans un userinfo signé, au niveau eidas1', async () => {
    const { claims, identite } = await devenir('Soraya');
    expect(claims).toMatchObject({ acr: 'eidas1' });
    expect(identite).toMatchObject({
      given_name: 'Soraya Inès',
      family_name: 'Imaginaire',
      given_name_array: ['Soraya', 'Inès'],
      preferred_username: 'Inventé-Imaginaire',
      email: expect.stringContaining('@'),
    });
  });

  it('ne donne que ce qui est demandé', async () => {
    const { identite } = await devenir('Soraya', { portee: 'openid given_name email' });
    expect(Object.keys(identite ?? {}).sort()).toEqual(
      expect.arrayContaining(['email', 'given_name', 'sub']),
    );
    expect(identite).not.toHaveProperty('family_name');
  });

  it('nomme la même personne autrement dans chaque commune', async () => {
    const [ici, ailleurs] = [await devenir('Anatole'), await devenir('Anatole', { rang: 1 })];
    expect(ici.claims?.sub).toMatch(/^[0-9a-f]{64}v1$/);
    expect(ailleurs.claims?.sub).not.toBe(ici.claims?.sub);
  });

  it('laisse abandonner', async () => {
    expect(await devenir('Abandonner')).toEqual({ erreur: 'access_denied' });
  });
});
