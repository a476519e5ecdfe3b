import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type http from 'node:http';
import { SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { accueillirAgent } from '../../../functions/agents/accueillir-agent.ts';
import { connecterAgent } from '../../../functions/agents/connecter-agent.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ecouter } from '../../../local/ecoute.ts';
import { LUNDI, unLieu } from '../../atelier/monde.ts';

const paire = (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid } };
};
const BONNE = paire('bonne');
const ETRANGERE = paire('bonne');

type Jeton = { entete?: object; corps?: object; signer?: (contenu: string) => string };
const b64 = (objet: object) => Buffer.from(JSON.stringify(objet)).toString('base64url');
const parLaCle = (cle: KeyObject) => (contenu: string) =>
  createSign('RSA-SHA256').update(contenu).sign(cle).toString('base64url');
const jeton = (claims: object, { entete = {}, corps = {}, signer = parLaCle(BONNE.privateKey) }: Jeton) => {
  const contenu = `${b64({ alg: 'RS256', kid: 'bonne', ...entete })}.${b64({ ...claims, ...corps })}`;
  return `${contenu}.${signer(contenu)}`;
};

let lieu: Lieu;
let emetteur: string;
let mensonge: { id: Jeton; infos: Jeton; infosEnClair?: boolean };
let client: string;
let courriel: string;
let nonce: string;
let lectures: string[];

/** A provider that says whatever the test makes it say. */
const repondre: http.RequestListener = (requete, reponse) => {
  const json = (corps: object, type = 'application/json') =>
    void reponse
      .writeHead(200, { 'content-type': type })
      .end(type === 'application/json' ? JSON.stringify(corps) : corps.toString());
  const url = requete.url ?? '';
  lectures.push(url);
  const commun = { iss: emetteur, aud: client, sub: 'agent-1' };
  const secondes = Math.floor(Date.now() / 1000);
  const identite = { ...commun, email: courriel, siret: lieu.monde.commune.siretsAgents[0] };
  if (url.endsWith('/.well-known/openid-configuration'))
    return json({
      issuer: emetteur,
      authorization_endpoint: `${emetteur}/authorize`,
      token_endpoint: `${emetteur}/token`,
      userinfo_endpoint: `${emetteur}/userinfo`,
      jwks_uri: `${emetteur}/jwks`,
      response_types_supported: ['code'],
    });
  if (url.endsWith('/jwks')) return json({ keys: [BONNE.jwk] });
  if (url.endsWith('/token'))
    return json({
      access_token: 'acces',
      token_type: 'Bearer',
      id_token: jeton({ ...commun, nonce, iat: secondes, exp: secondes + 60 }, mensonge.id),
    });
  if (mensonge.infosEnClair) return json(identite);
  return json(new String(jeton(identite, mensonge.infos)), 'application/jwt');
};

beforeEach(async () => {
  lectures = [];
  mensonge = { id: {}, infos: {} };
  lieu = await unLieu();
  const { port, fermer } = await ecouter(repondre, 0, 'localhost');
  onTestFinished(fermer);
  emetteur = `http://localhost:${port}`;
  const { commune } = lieu.monde;
  client = commune.connexion.proconnect.client;
  courriel = commune.agents.find(({ role }) => role === 'administrateur')?.courriel ?? '';
  process.env.PROCONNECT_EMETTEUR = emetteur;
  process.env.PROCONNECT_SECRET = '/secret';
  process.env.EMETTEURS_EN_CLAIR = 'oui';
  process.env.AWS_REGION = 'eu-west-3';
  mockClient(SSMClient)
    .onAnyCommand()
    .resolves({ Parameter: { Value: 'le-secret-du-client' } });
});

/** Leaves for the provider and comes back, as a browser would. */
const revenir = async () => {
  const { vers, cookies } = await perform(connecterAgent, { input: {}, now: LUNDI }, lieu);
  const { searchParams } = new URL(vers);
  const state = searchParams.get('state') ?? '';
  nonce = searchParams.get('nonce') ?? '';
  const depart = /parvis_depart=([^;]+)/.exec(cookies.join())?.[1] ?? '';
  const input = { code: 'code', state };
  return perform(accueillirAgent, { input, now: LUNDI, jetons: { depart } }, lieu);
};

const RIEN = () => '';
const secret = (contenu: string) =>
  createHmac('sha256', 'le-secret-du-client').update(contenu).digest('base64url');
const cle = (contenu: string) =>
  createHmac('sha256', String(BONNE.jwk.n)).update(contenu).digest('base64url');
const AILLEURS = { iss: 'https://ailleurs.example' };

describe('ce que dit le fournisseur d’identité', () => {
  it('est cru quand ses propres clés l’ont signé, et elles ne se relisent pas à chaque fois', async () => {
    for (let fois = 0; fois < 3; fois++)
      expect((await revenir()).cookies.join()).toMatch(/parvis_agent=[\w-]{43};/);
    expect(lectures.filter((url) => url.endsWith('/jwks')).length).toBeLessThanOrEqual(1);
  });

  it.each<[string, Partial<typeof mensonge>]>([
    ['un jeton d’identité à la signature vide', { id: { signer: RIEN } }],
    ['un jeton d’identité sans algorithme', { id: { entete: { alg: 'none' }, signer: RIEN } }],
    ['un jeton d’identité signé par une autre clé', { id: { signer: parLaCle(ETRANGERE.privateKey) } }],
    ['un jeton d’identité signé du secret partagé', { id: { entete: { alg: 'HS256' }, signer: secret } }],
    ['un jeton d’identité signé de la clé publique', { id: { entete: { alg: 'HS256' }, signer: cle } }],
    ['un jeton d’identité d’une clé inconnue', { id: { entete: { kid: 'autre' } } }],
    ['un jeton d’identité d’un autre émetteur', { id: { corps: AILLEURS } }],
    ['un jeton d’identité pour un autre client', { id: { corps: { aud: 'un-autre' } } }],
    ['un jeton d’identité d’un autre départ', { id: { corps: { nonce: 'n'.repeat(43) } } }],
    ['un jeton d’identité sans départ', { id: { corps: { nonce: undefined } } }],
    ['un jeton d’identité périmé', { id: { corps: { exp: Math.floor(Date.now() / 1000) - 600 } } }],
    ['une identité à la signature vide', { infos: { signer: RIEN } }],
    ['une identité sans algorithme', { infos: { entete: { alg: 'none' }, signer: RIEN } }],
    ['une identité signée par une autre clé', { infos: { signer: parLaCle(ETRANGERE.privateKey) } }],
    ['une identité signée du secret partagé', { infos: { entete: { alg: 'HS256' }, signer: secret } }],
    ['une identité qui n’est pas signée du tout', { infosEnClair: true }],
    ['l’identité de quelqu’un d’autre', { infos: { corps: { sub: 'agent-2' } } }],
    ['une identité d’un autre émetteur', { infos: { corps: AILLEURS } }],
    ['une identité pour un autre client', { infos: { corps: { aud: 'un-autre' } } }],
  ])('n’est pas cru : %s', async (_, dit) => {
    Object.assign(mensonge, dit);
    const lignes: string[] = [];
    const sortie = vi.spyOn(process.stdout, 'write').mockImplementation((ligne) => {
      lignes.push(String(ligne));
      return true;
    });
    onTestFinished(() => sortie.mockRestore());
    await expect(revenir()).rejects.toMatchObject({ code: 'connexion-echouee' });
    const [journal] = lignes.filter((ligne) => ligne.includes('identite-refusee'));
    expect(JSON.parse(journal ?? '{}')).toMatchObject({
      chez: 'proconnect',
      code: expect.stringMatching(/^OAUTH_/),
    });
    expect(journal).not.toContain(courriel);
  });

  it('ne se demande pas sans chiffrement, sauf là où c’est réglé', async () => {
    delete process.env.EMETTEURS_EN_CLAIR;
    await expect(perform(connecterAgent, { input: {}, now: LUNDI }, lieu)).rejects.not.toMatchObject({
      name: 'Refus',
    });
  });
});
