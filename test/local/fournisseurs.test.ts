import path from 'node:path';
import { SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { accueillirAgent } from '../../functions/agents/accueillir-agent.ts';
import { connecterAgent } from '../../functions/agents/connecter-agent.ts';
import { deconnecterAgent } from '../../functions/agents/deconnecter-agent.ts';
import { type Lieu, perform } from '../../functions/platform/perform.ts';
import { accueillirUsager } from '../../functions/usagers/accueillir-usager.ts';
import { connecterUsager } from '../../functions/usagers/connecter-usager.ts';
import { deconnecterUsager } from '../../functions/usagers/deconnecter-usager.ts';
import { lireCommunes } from '../../lib/communes.ts';
import { ecouter } from '../../local/ecoute.ts';
import { CHEMIN_FRANCECONNECT, ouvrirFranceconnect } from '../../local/moteurs/franceconnect.ts';
import { CHEMIN_PROCONNECT, ouvrirProconnect } from '../../local/moteurs/proconnect.ts';
import { fauteDe, REGLES } from '../../local/moteurs/regles-fournisseurs.ts';
import { lireSecrets } from '../../local/moteurs/secrets.ts';
import { ouvrirRegistre } from '../../local/registre.ts';
import { LUNDI, unLieu } from '../atelier/monde.ts';
import { unDossier } from './atelier.ts';

const [commune] = lireCommunes(path.resolve(import.meta.dirname, '../..')).map((chargee) => chargee.commune);
if (!commune) throw new Error('aucune commune');
const SITE = 'http://localhost:3999';

const PORTES = {
  proconnect: {
    chemin: CHEMIN_PROCONNECT,
    ouvrir: ouvrirProconnect,
    client: commune.connexion.proconnect.client,
    connecter: () => perform(connecterAgent, { input: {}, now: LUNDI }, lieu),
    accueillir: (input: object, depart: string) =>
      perform(accueillirAgent, { input, now: LUNDI, jetons: { depart } }, lieu),
    deconnecter: (agent: string) =>
      perform(deconnecterAgent, { input: {}, now: LUNDI, jetons: { agent } }, lieu),
    qui: commune.agents.find(({ role }) => role === 'administrateur')?.courriel ?? '',
    temoin: 'agent',
  },
  franceconnect: {
    chemin: CHEMIN_FRANCECONNECT,
    ouvrir: ouvrirFranceconnect,
    client: commune.connexion.franceconnect?.client ?? '',
    connecter: () => perform(connecterUsager, { input: {}, now: LUNDI }, lieu),
    accueillir: (input: object, depart: string) =>
      perform(accueillirUsager, { input, now: LUNDI, jetons: { depart } }, lieu),
    deconnecter: (usager: string) =>
      perform(deconnecterUsager, { input: {}, now: LUNDI, jetons: { usager } }, lieu),
    qui: /value="([^"]*)"><strong>[^<]*Soraya/,
    temoin: 'usager',
  },
};
type Nom = keyof typeof PORTES;

let lieu: Lieu;
beforeEach(async () => {
  const { base, monde } = await unLieu();
  lieu = { base, monde: { ...monde, commune, origines: [SITE] } };
  process.env.EMETTEURS_EN_CLAIR = 'oui';
  process.env.AWS_REGION = 'eu-west-3';
});

/** Opens the stand-in of a provider, and tells the product's functions where it is. */
const ouvrir = async (nom: Nom): Promise<string> => {
  const { chemin, ouvrir: servirPar, client } = PORTES[nom];
  const dossier = unDossier();
  const registre = ouvrirRegistre(dossier);
  const secrets = lireSecrets(dossier, { clients: [client], communes: [] });
  let servir: ReturnType<typeof servirPar> | undefined;
  const { port, fermer } = await ecouter((requete, reponse) => servir?.(requete, reponse), 0, 'localhost');
  onTestFinished(async () => {
    await fermer();
    registre.close();
  });
  const emetteur = `http://localhost:${port}${chemin}`;
  servir = servirPar({ registre, emetteur, communes: [commune], adressesDe: () => [SITE], secrets });
  process.env[`${nom.toUpperCase()}_EMETTEUR`] = emetteur;
  process.env[`${nom.toUpperCase()}_SECRET`] = `/secret/${port}`;
  mockClient(SSMClient)
    .onAnyCommand()
    .resolves({ Parameter: { Value: secrets.clients[client] ?? '' } });
  return emetteur;
};

/** A browser's memory of cookies, one step at a time. */
const unNavigateur = () => {
  const cookies = new Map<string, string>();
  const aller = async (adresse: string, options: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map((paire) => paire.join('=')).join('; ');
    const reponse = await fetch(adresse, { redirect: 'manual', ...options, headers: { cookie } });
    for (const pose of reponse.headers.getSetCookie()) {
      const [nom = '', valeur = ''] = pose.split(';')[0]?.split('=') ?? [];
      cookies.set(nom, valeur);
    }
    const vers = reponse.headers.get('location');
    return vers && !vers.startsWith(SITE) ? aller(new URL(vers, adresse).href) : reponse;
  };
  return aller;
};

const partir = async (nom: Nom): Promise<{ vers: string; depart: string }> => {
  const { vers, cookies } = await PORTES[nom].connecter();
  return { vers, depart: /parvis_depart=([^;]+)/.exec(cookies.join())?.[1] ?? '' };
};

const changer = (adresse: string, avec: Record<string, string | undefined>): string => {
  const url = new URL(adresse);
  for (const [cle, valeur] of Object.entries(avec))
    valeur === undefined ? url.searchParams.delete(cle) : url.searchParams.set(cle, valeur);
  return url.href;
};

describe.each<Nom>(['proconnect', 'franceconnect'])('chez %s', (nom) => {
  const { accueillir, deconnecter, qui, temoin } = PORTES[nom];

  it('nos propres fonctions entrent, et sortent', async () => {
    await ouvrir(nom);
    const aller = unNavigateur();
    const { vers, depart } = await partir(nom);
    const page = await aller(vers);
    expect(page.status).toBe(200);
    const compte = typeof qui === 'string' ? qui : (qui.exec(await page.clone().text())?.[1] ?? '?');
    const retour = await aller(page.url, { method: 'POST', body: new URLSearchParams({ compte }) });
    const input = Object.fromEntries(new URL(retour.headers.get('location') ?? '').searchParams);
    const arrivee = await accueillir(input, depart);
    const jeton = new RegExp(`parvis_${temoin}=([\\w-]{43});`).exec(arrivee.cookies.join())?.[1] ?? '';
    expect(jeton).not.toBe('');
    const sortie = await deconnecter(jeton);
    expect((await aller(sortie.vers)).status).toBe(200);
    const ailleurs = changer(sortie.vers, { post_logout_redirect_uri: `${SITE}/ailleurs` });
    const refusee = await aller(ailleurs);
    expect(refusee.status).toBe(400);
    expect(await refusee.text()).toContain('post_logout_redirect_uri');
    expect((await aller(changer(sortie.vers, { intrus: 'x' }))).status).toBe(400);
  });

  it.each<[string, Record<string, string | undefined>, RegExp]>([
    ['un paramètre qui n’est pas dans sa liste', { max_age: '10' }, /max_age : ce paramètre n’est pas admis/],
    ['un état absent', { state: undefined }, /state/],
    ['un aléa trop court', { nonce: 'court' }, /nonce : \d\d caractères au moins/],
    ['une adresse de retour qui n’est pas déclarée', { redirect_uri: `${SITE}/ailleurs` }, /redirect_uri/],
    ['un client inconnu', { client_id: 'inconnu' }, /client/],
  ])('%s se refuse sur place', async (_, avec, dit) => {
    await ouvrir(nom);
    const page = await unNavigateur()(changer((await partir(nom)).vers, avec));
    expect(page.status).toBe(400);
    expect(await page.text()).toMatch(dit);
  });

  it('une donnée que la commune n’a pas le droit de demander se refuse', async () => {
    await ouvrir(nom);
    const { vers } = await partir(nom);
    const intruse = nom === 'proconnect' ? 'phone' : 'birthdate';
    const demandee = changer(vers, {
      scope: `${new URL(vers).searchParams.get('scope')} ${intruse}`,
    });
    const retour = await unNavigateur()(demandee);
    const location = retour.headers.get('location');
    if (nom === 'proconnect') expect(location).toBeNull();
    else expect(new URL(location ?? '').searchParams.get('error')).toBe('invalid_scope');
  });

  it('le secret ne se dit que dans le corps de la requête', async () => {
    const emetteur = await ouvrir(nom);
    const reponse = await fetch(`${emetteur}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${PORTES[nom].client}:secret`)}` },
      body: new URLSearchParams({ grant_type: 'authorization_code', code: 'x', redirect_uri: SITE }),
    });
    expect(reponse.status).toBe(401);
    const { token_endpoint_auth_methods_supported: admises } = (await (
      await fetch(`${emetteur}/.well-known/openid-configuration`)
    ).json()) as Record<string, unknown>;
    expect(admises).toEqual(['client_secret_post', 'private_key_jwt']);
  });
});

describe('la preuve PKCE', () => {
  it('part chez ProConnect, qui la vérifie, et jamais chez FranceConnect, qui la refuse', async () => {
    await ouvrir('franceconnect');
    const { vers } = await partir('franceconnect');
    expect([...new URL(vers).searchParams.keys()].filter((cle) => cle.startsWith('code_challenge'))).toEqual(
      [],
    );
    const page = await unNavigateur()(changer(vers, { code_challenge: 'x'.repeat(43) }));
    expect(await page.text()).toContain('code_challenge : ce paramètre n’est pas admis');
    await ouvrir('proconnect');
    expect(new URL((await partir('proconnect')).vers).searchParams.get('code_challenge_method')).toBe('S256');
  });

  it('FranceConnect veut un niveau, et ne se passe pas de demander qui l’on est', async () => {
    await ouvrir('franceconnect');
    const { vers } = await partir('franceconnect');
    for (const avec of [{ acr_values: undefined }, { prompt: 'none' }])
      expect((await unNavigateur()(changer(vers, avec))).status).toBe(400);
  });
});

describe('les listes des fournisseurs', () => {
  it('un paramètre dit deux fois, ou au nom d’une méthode d’objet, se refuse', () => {
    const { sortie } = REGLES.franceconnect;
    const bons = [
      ['id_token_hint', 'x'],
      ['post_logout_redirect_uri', SITE],
    ];
    expect(fauteDe(sortie, new URLSearchParams(bons))).toBeUndefined();
    expect(fauteDe(sortie, new URLSearchParams([...bons, ['id_token_hint', 'y']]))).toBe(
      'id_token_hint : une seule fois',
    );
    expect(fauteDe(sortie, new URLSearchParams([...bons, ['toString', 'y']]))).toContain('toString');
  });
});
