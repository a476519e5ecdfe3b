import * as oidc from 'openid-client';
import type * as z from 'zod';
import { octets } from './aleas.ts';
import { type Depart, departStore } from './depart.store.ts';
import { journaliser } from './journal.ts';
import { type Monde, reglage, variable } from './monde.ts';
import type { Contexte } from './perform.ts';
import { Refus } from './refus.ts';
import { secret } from './secrets.ts';

/** An OpenID provider of the State, as one commune uses it. */
export type Fournisseur<I extends z.ZodType = z.ZodType> = {
  nom: 'proconnect' | 'franceconnect';
  /** The commune's client, and with which algorithm the provider signs for it; undefined when the commune has none. */
  client: (monde: Monde) => Client | undefined;
  /** The scopes that are asked, and what they must give. */
  portee: string;
  identite: I;
  acr?: string;
  /** Whether it takes PKCE: FranceConnect refuses its parameters, as it does all that its list does not name. */
  pkce: boolean;
  /** Pages of the commune: where the provider sends back, after coming in and after going out. */
  retour: string;
  sortie: string;
};

/** Both providers sign with a key of theirs: a signature made with the shared secret proves nothing to a third party. */
type Client = { client: string; signature: 'ES256' | 'RS256' };

/** One discovery a provider, with the keys that it brings, for as long as the function lives. */
const decouvertes = new Map<string, Promise<oidc.Configuration>>();

/** The provider as its discovery document describes it. Throws `introuvable` when the commune does not use it. */
const configuration = (fournisseur: Fournisseur, monde: Monde): Promise<oidc.Configuration> => {
  const prefixe = fournisseur.nom.toUpperCase();
  const client = fournisseur.client(monde);
  if (!client) throw new Refus('introuvable');
  const emetteur = variable(`${prefixe}_EMETTEUR`);
  const connue = decouvertes.get(emetteur);
  if (connue) return connue;
  const decouverte = decouvrir(emetteur, prefixe, client).catch((erreur: unknown) => {
    decouvertes.delete(emetteur);
    throw erreur;
  });
  decouvertes.set(emetteur, decouverte);
  return decouverte;
};

/**
 * Nothing that a provider says is believed before its signature, by its own keys and with the expected algorithm. Plain
 * HTTP is for the place that says so, by EMETTEURS_EN_CLAIR: no stack does.
 */
const decouvrir = async (
  emetteur: string,
  prefixe: string,
  { client, signature }: Client,
): Promise<oidc.Configuration> => {
  const clair = await secret(variable(`${prefixe}_SECRET`));
  return oidc.discovery(
    new URL(emetteur),
    client,
    { id_token_signed_response_alg: signature, userinfo_signed_response_alg: signature },
    oidc.ClientSecretPost(clair),
    {
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(reglage('EMETTEURS_EN_CLAIR') ? [oidc.allowInsecureRequests] : []),
      ],
    },
  );
};

const adresseDuRetour = ({ retour }: Fournisseur, { origines }: Monde): string => `${origines[0]}${retour}`;

/** Prepares a departure, keeps it, and gives the address to go to: code, state, nonce, and PKCE where it is taken. */
export const partir = async (
  fournisseur: Fournisseur,
  vers: string,
  contexte: Contexte,
): Promise<{ state: string; adresse: string }> => {
  const config = await configuration(fournisseur, contexte);
  const depart = {
    chez: fournisseur.nom,
    state: oidc.randomState(),
    // 64 letters and digits: the one form that every version of both providers has taken.
    nonce: Buffer.from(octets(32)).toString('hex'),
    ...(fournisseur.pkce && { verificateur: oidc.randomPKCECodeVerifier() }),
    vers,
  };
  const adresse = oidc.buildAuthorizationUrl(config, {
    redirect_uri: adresseDuRetour(fournisseur, contexte),
    scope: fournisseur.portee,
    ...(fournisseur.acr && { acr_values: fournisseur.acr }),
    ...(await defi(depart)),
    state: depart.state,
    nonce: depart.nonce,
  });
  departStore(contexte.table, contexte.now).add(depart);
  return { state: depart.state, adresse: adresse.href };
};

const defi = async ({ verificateur }: Pick<Depart, 'verificateur'>): Promise<Record<string, string>> =>
  verificateur
    ? {
        code_challenge: await oidc.calculatePKCECodeChallenge(verificateur),
        code_challenge_method: 'S256',
      }
    : {};

/** What a provider has said of the person who comes back, and where they were going. */
export type Arrivee<I extends z.ZodType> = {
  identite: z.infer<I>;
  sub: string;
  idToken: string;
  vers: string;
};

/** Receives someone who comes back. Throws `connexion-echouee`, unless the provider itself cannot be reached. */
export const revenir = async <I extends z.ZodType>(
  fournisseur: Fournisseur<I>,
  parametres: Record<string, unknown>,
  contexte: Contexte,
): Promise<Arrivee<I>> => {
  const { jetons, now, table } = contexte;
  const departs = departStore(table, now);
  const depart = await departs.get(String(parametres.state));
  const attendu = depart?.chez === fournisseur.nom && !parametres.error;
  // The browser that comes back must be the one that left.
  if (!depart || !attendu || depart.state !== jetons.depart) throw new Refus('connexion-echouee');
  departs.remove(depart.state);
  try {
    return { ...(await echanger(fournisseur, { parametres, depart }, contexte)), vers: depart.vers };
  } catch (erreur) {
    if (erreur instanceof Error && erreur.name.startsWith('TypeError')) throw erreur;
    journaliser('identite-refusee', { chez: fournisseur.nom, code: codeDe(erreur) });
    throw new Refus('connexion-echouee');
  }
};

/** Why the library did not believe the provider: a constant of its own, never what the provider said. */
const codeDe = (erreur: unknown): string =>
  erreur instanceof Error && 'code' in erreur && typeof erreur.code === 'string' ? erreur.code : 'inconnu';

/** Exchanges the code, and reads the signed userinfo. */
const echanger = async <I extends z.ZodType>(
  fournisseur: Fournisseur<I>,
  { parametres, depart }: { parametres: Record<string, unknown>; depart: Depart },
  monde: Monde,
): Promise<Omit<Arrivee<I>, 'vers'>> => {
  const config = await configuration(fournisseur, monde);
  const adresse = new URL(
    `${adresseDuRetour(fournisseur, monde)}?${new URLSearchParams(enTextes(parametres))}`,
  );
  const jetons = await oidc.authorizationCodeGrant(config, adresse, {
    ...(depart.verificateur && { pkceCodeVerifier: depart.verificateur }),
    expectedState: depart.state,
    expectedNonce: depart.nonce,
    idTokenExpected: true,
  });
  const sub = jetons.claims()?.sub ?? '';
  const identite = fournisseur.identite.parse(await oidc.fetchUserInfo(config, jetons.access_token, sub));
  return { identite: identite as z.infer<I>, sub, idToken: jetons.id_token ?? '' };
};

const enTextes = (parametres: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parametres).flatMap(([cle, valeur]) =>
      typeof valeur === 'string' ? [[cle, valeur]] : [],
    ),
  );

/** Where to send someone so that the provider forgets them too. */
export const quitter = async (fournisseur: Fournisseur, idToken: string, monde: Monde): Promise<string> =>
  oidc.buildEndSessionUrl(await configuration(fournisseur, monde), {
    id_token_hint: idToken,
    post_logout_redirect_uri: `${monde.origines[0]}${fournisseur.sortie}`,
    state: oidc.randomState(),
  }).href;
