import type http from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import { type Configuration, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Commune } from '../../functions/commune/commune.ts';
import { lireCorps } from '../ecoute.ts';
import { adaptateur } from './adaptateur.ts';
import { pageDeChoix, pageDeDepart, pageDeRefus, type Vitrine } from './pages-fournisseur.ts';
import { fauteDe, PREUVES_DU_CLIENT, REGLES, SIGNATURES } from './regles-fournisseurs.ts';
import type { Secrets } from './secrets.ts';

/** What one provider of the State is: its address, its claims by scope, who comes to it, where it sends back. */
export type Modele = {
  nom: 'proconnect' | 'franceconnect';
  chemin: string;
  claims: Record<string, string[]>;
  /** The scopes that a commune has been given there: it may ask for no other. */
  portee: string;
  client(commune: Commune): { client: string; signature: 'ES256' | 'RS256' } | undefined;
  retours: readonly string[];
  sorties: readonly string[];
  /** The levels that it knows; who comes is of the first. */
  niveaux: readonly [string, ...string[]];
  /** Seconds that a code and an access token live. */
  durees: { code: number; jeton: number };
  vitrine(commune: Commune): Vitrine;
  /** The claims of the account that was chosen; its `sub` is the account's own name. */
  claimsDe(commune: Commune, compte: string): ({ sub: string } & Record<string, unknown>) | undefined;
};

export type Alentours = {
  registre: DatabaseSync;
  emetteur: string;
  communes: readonly Commune[];
  adressesDe(slug: string): readonly string[];
  secrets: Secrets;
};

/** Stands in for a provider: same protocol, same claims, but one chooses who to be instead of proving it. */
export const ouvrirFournisseur = (modele: Modele, alentours: Alentours): http.RequestListener => {
  const { chemin } = modele;
  const communeDe = (client: string | undefined) =>
    alentours.communes.find((commune) => client !== undefined && modele.client(commune)?.client === client);
  const fournisseur = new Provider(alentours.emetteur, reglagesDe(modele, alentours, communeDe));
  fournisseur.use(exiger(modele));
  const servir = fournisseur.callback();

  const choisir = async (requete: http.IncomingMessage, reponse: http.ServerResponse): Promise<void> => {
    const { params } = await fournisseur.interactionDetails(requete, reponse);
    const commune = communeDe(String(params.client_id));
    if (!commune) return void reponse.writeHead(404, HTML).end(pageDeRefus('client inconnu'));
    if (requete.method !== 'POST')
      return void reponse.writeHead(200, HTML).end(pageDeChoix(commune, modele.vitrine(commune)));
    const choix = new URLSearchParams((await lireCorps(requete, 10_000))?.toString()).get('compte') ?? '';
    await fournisseur.interactionFinished(requete, reponse, resultatDe(modele, commune, choix));
  };

  return (requete, reponse) => {
    const url = requete.url ?? '/';
    const perime = () =>
      void reponse
        .writeHead(400, HTML)
        .end(pageDeRefus('cette page a expiré, reprenez depuis le site de la mairie'));
    // The library finds the folder under which it is mounted by comparing these two.
    Object.assign(requete, { originalUrl: url, url: url.slice(chemin.length) || '/' });
    if (url.startsWith(`${chemin}/identite/`)) void choisir(requete, reponse).catch(perime);
    else void servir(requete, reponse);
  };
};

const resultatDe = (modele: Modele, commune: Commune, choix: string) =>
  modele.claimsDe(commune, choix)
    ? { login: { accountId: choix, remember: false, acr: modele.niveaux[0] } }
    : { error: 'access_denied', error_description: 'connexion abandonnée' };

const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

type TrouverCommune = (client: string | undefined) => Commune | undefined;

const reglagesDe = (
  modele: Modele,
  { registre, communes, adressesDe, secrets }: Alentours,
  communeDe: TrouverCommune,
): Configuration =>
  ({
    ...reglagesCommuns(modele),
    adapter: adaptateur(registre, modele.nom),
    clients: communes.flatMap((commune) => {
      const declare = modele.client(commune);
      const pages = (chemins: readonly string[]) =>
        adressesDe(commune.slug).flatMap((adresse) => chemins.map((chemin) => `${adresse}${chemin}`));
      if (!declare) return [];
      const { client, signature } = declare;
      return [
        {
          client_id: client,
          client_secret: secrets.clients[client] ?? '',
          redirect_uris: pages(modele.retours),
          post_logout_redirect_uris: pages(modele.sorties),
          scope: modele.portee,
          token_endpoint_auth_method: 'client_secret_post',
          id_token_signed_response_alg: signature,
          userinfo_signed_response_alg: signature,
          grant_types: ['authorization_code'],
          response_types: ['code'],
        },
      ];
    }),
    jwks: { keys: [secrets.cle, secrets.courbe] },
    cookies: {
      keys: secrets.cookies,
      names: {
        session: `${modele.nom}_session`,
        interaction: `${modele.nom}_interaction`,
        resume: `${modele.nom}_resume`,
      },
    },
    interactions: { policy: toujoursChoisir(), url: (_, { uid }) => `${modele.chemin}/identite/${uid}` },
    async findAccount(ctx, id) {
      const commune = communeDe(ctx.oidc.client?.clientId);
      const claims = commune && modele.claimsDe(commune, id);
      return claims && { accountId: id, claims: () => claims };
    },
    renderError(ctx, { error, error_description: detail }) {
      ctx.type = 'html';
      ctx.body = pageDeRefus(`${error}${detail ? ` : ${detail}` : ''}`);
    },
  }) as Configuration;

const reglagesCommuns = ({ claims, niveaux, durees }: Modele): Configuration => ({
  scopes: Object.keys(claims),
  claims: { ...claims, acr: null },
  acrValues: [...niveaux],
  responseTypes: ['code'],
  clientAuthMethods: [...PREUVES_DU_CLIENT],
  enabledJWA: { idTokenSigningAlgValues: [...SIGNATURES], userinfoSigningAlgValues: [...SIGNATURES] },
  // The addresses of both providers under their issuer.
  routes: {
    authorization: '/authorize',
    token: '/token',
    userinfo: '/userinfo',
    jwks: '/jwks',
    end_session: '/session/end',
  },
  // Neither demands it: FranceConnect refuses its parameters, ProConnect checks them when they are there.
  pkce: { required: () => false },
  features: {
    devInteractions: { enabled: false },
    jwtUserinfo: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, formulaire) => {
        ctx.type = 'html';
        ctx.body = pageDeDepart(formulaire);
      },
    },
  },
  ttl: {
    AccessToken: durees.jeton,
    AuthorizationCode: durees.code,
    IdToken: durees.jeton,
    Interaction: 3600,
    Session: 4 * 3600,
    Grant: 4 * 3600,
    RefreshToken: 4 * 3600,
  },
  // Whoever chooses who to be has consented.
  async loadExistingGrant(ctx) {
    const { client, session } = ctx.oidc;
    const grant = new ctx.oidc.provider.Grant({
      ...(client && { clientId: client.clientId }),
      ...(session?.accountId && { accountId: session.accountId }),
    });
    grant.addOIDCScope(Object.keys(claims).join(' '));
    await grant.save();
    return grant;
  },
});

/** One chooses each time: a demonstration goes from one person to the other. */
const toujoursChoisir = () => {
  const { base, Check } = interactionPolicy;
  const politique = base();
  const choix = ({ oidc }: KoaContextWithOIDC) =>
    oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT;
  politique.get('login')?.checks.add(new Check('choix', 'Choisissez un compte', 'login_required', choix));
  return politique;
};

const PORTES = { '/authorize': 'autorisation', '/session/end': 'sortie' } as const;

/** Refuses at its doors what the real one refuses there, before the library reads anything. */
const exiger =
  ({ nom }: Modele) =>
  async (ctx: KoaContextWithOIDC, suite: () => Promise<unknown>): Promise<void> => {
    const porte = Object.entries(PORTES).find(([chemin]) => chemin === ctx.path)?.[1];
    const { searchParams } = new URL(ctx.req.url ?? '/', 'http://localhost');
    const faute = porte && fauteDe(REGLES[nom][porte], searchParams);
    if (!faute) return void (await suite());
    ctx.status = 400;
    ctx.type = 'html';
    ctx.body = pageDeRefus(faute);
  };
