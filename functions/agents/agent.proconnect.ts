import * as oidc from 'openid-client';
import * as z from 'zod';
import { type Monde, variable } from '../platform/monde.ts';
import { Refus } from '../platform/refus.ts';
import { secret } from '../platform/secrets.ts';

/** What ProConnect always gives of an agent. */
const Identite = z.object({ email: z.email(), siret: z.string() });
const PORTEE = 'openid given_name usual_name email uid siret';

let decouverte: Promise<oidc.Configuration> | undefined;

/** ProConnect as its discovery document describes it. Plain HTTP is for a provider on this very machine. */
const configuration = ({ commune }: Monde): Promise<oidc.Configuration> => {
  decouverte ??= decouvrir(commune.connexion.proconnect.client).catch((erreur: unknown) => {
    decouverte = undefined;
    throw erreur;
  });
  return decouverte;
};

const decouvrir = async (client: string): Promise<oidc.Configuration> => {
  const emetteur = new URL(variable('PROCONNECT_EMETTEUR'));
  const surPlace = emetteur.protocol === 'http:' && emetteur.hostname === 'localhost';
  const clair = await secret(variable('PROCONNECT_SECRET'));
  return oidc.discovery(
    emetteur,
    client,
    { userinfo_signed_response_alg: 'RS256' },
    oidc.ClientSecretPost(clair),
    surPlace ? { execute: [oidc.allowInsecureRequests] } : undefined,
  );
};

/** What must be remembered between leaving for ProConnect and coming back. */
export const Depart = z.object({
  state: z.string(),
  nonce: z.string(),
  verificateur: z.string(),
  vers: z.string(),
});
export type Depart = z.infer<typeof Depart>;

const retour = ({ origines }: Monde): string => `${origines[0]}/api/agents/retour`;

/** Prepares a departure: code + PKCE, state and nonce of 32 characters and more. */
export const partir = async (monde: Monde, vers: string): Promise<{ depart: Depart; adresse: string }> => {
  const config = await configuration(monde);
  const depart = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verificateur: oidc.randomPKCECodeVerifier(),
    vers,
  };
  const adresse = oidc.buildAuthorizationUrl(config, {
    redirect_uri: retour(monde),
    scope: PORTEE,
    code_challenge: await oidc.calculatePKCECodeChallenge(depart.verificateur),
    code_challenge_method: 'S256',
    state: depart.state,
    nonce: depart.nonce,
  });
  return { depart, adresse: adresse.href };
};

/** Exchanges the code and reads the signed userinfo. Throws `connexion-echouee`. */
export const revenir = async (
  monde: Monde,
  depart: Depart,
  parametres: Record<string, string>,
): Promise<{ courriel: string; siret: string; idToken: string }> => {
  try {
    const config = await configuration(monde);
    const adresse = new URL(`${retour(monde)}?${new URLSearchParams(parametres)}`);
    const jetons = await oidc.authorizationCodeGrant(config, adresse, {
      pkceCodeVerifier: depart.verificateur,
      expectedState: depart.state,
      expectedNonce: depart.nonce,
      idTokenExpected: true,
    });
    const { email, siret } = Identite.parse(
      await oidc.fetchUserInfo(config, jetons.access_token, jetons.claims()?.sub ?? ''),
    );
    return { courriel: email, siret, idToken: jetons.id_token ?? '' };
  } catch (erreur) {
    if (erreur instanceof Error && erreur.name.startsWith('TypeError')) throw erreur;
    throw new Refus('connexion-echouee');
  }
};

/** Where to send the agent so that ProConnect forgets them too. */
export const quitter = async (monde: Monde, idToken: string): Promise<string> =>
  oidc.buildEndSessionUrl(await configuration(monde), {
    id_token_hint: idToken,
    post_logout_redirect_uri: `${monde.origines[0]}/agents/`,
    state: oidc.randomState(),
  }).href;
