import type http from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import { type Configuration, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Commune } from '../../functions/commune/commune.ts';
import { lireCorps } from '../ecoute.ts';
import { adaptateur } from './adaptateur.ts';
import { comptesDe, trouverCompte } from './comptes.ts';
import { pageDeChoix, pageDeDepart, pageDeRefus } from './pages-proconnect.ts';
import type { Secrets } from './secrets.ts';

export const CHEMIN_PROCONNECT = '/local/proconnect';
type Options = {
  registre: DatabaseSync;
  emetteur: string;
  communes: readonly Commune[];
  adressesDe(slug: string): readonly string[];
  secrets: Secrets;
};

/** Stands in for ProConnect: same protocol, same claims, but one chooses who to be instead of proving it. */
export const ouvrirProconnect = ({
  registre,
  emetteur,
  communes,
  adressesDe,
  secrets,
}: Options): http.RequestListener => {
  const communeDe = (client: string | undefined) =>
    communes.find(({ connexion }) => connexion.proconnect.client === client);
  const fournisseur = new Provider(emetteur, {
    ...REGLAGES,
    adapter: adaptateur(registre),
    clients: communes.map(({ slug, connexion: { proconnect } }) => ({
      client_id: proconnect.client,
      client_secret: secrets.clients[proconnect.client] ?? '',
      redirect_uris: adressesDe(slug).map((adresse) => `${adresse}/api/agents/retour`),
      post_logout_redirect_uris: adressesDe(slug).map((adresse) => `${adresse}/agents/`),
      token_endpoint_auth_method: 'client_secret_post',
      userinfo_signed_response_alg: 'RS256',
      grant_types: ['authorization_code'],
      response_types: ['code'],
    })),
    jwks: { keys: [secrets.cle] },
    cookies: { keys: secrets.cookies },
    interactions: { policy: toujoursChoisir(), url: (_, { uid }) => `${CHEMIN_PROCONNECT}/identite/${uid}` },
    async findAccount(ctx, id) {
      const commune = communeDe(ctx.oidc.client?.clientId);
      const compte = commune && trouverCompte(commune, id);
      return compte && { accountId: id, claims: () => ({ ...compte, siret: commune.siret }) };
    },
    renderError(ctx, { error, error_description: detail }) {
      ctx.type = 'html';
      ctx.body = pageDeRefus(`${error}${detail ? ` : ${detail}` : ''}`);
    },
  } as Configuration);
  fournisseur.use(exigerAleas);
  const servir = fournisseur.callback();

  const choisir = async (requete: http.IncomingMessage, reponse: http.ServerResponse): Promise<void> => {
    const { params } = await fournisseur.interactionDetails(requete, reponse);
    const commune = communeDe(String(params.client_id));
    if (!commune) return void reponse.writeHead(404, HTML).end(pageDeRefus('client inconnu'));
    if (requete.method !== 'POST')
      return void reponse.writeHead(200, HTML).end(pageDeChoix(commune, comptesDe(commune)));
    const choix = new URLSearchParams((await lireCorps(requete, 10_000))?.toString()).get('compte') ?? '';
    await fournisseur.interactionFinished(requete, reponse, { login: { accountId: choix, remember: false } });
  };

  return (requete, reponse) => {
    const url = requete.url ?? '/';
    const perime = () =>
      void reponse
        .writeHead(400, HTML)
        .end(pageDeRefus('cette page a expiré, reprenez depuis le site de la mairie'));
    // The library finds the folder under which it is mounted by comparing these two.
    Object.assign(requete, { originalUrl: url, url: url.slice(CHEMIN_PROCONNECT.length) || '/' });
    if (url.startsWith(`${CHEMIN_PROCONNECT}/identite/`)) void choisir(requete, reponse).catch(perime);
    else void servir(requete, reponse);
  };
};

const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

const REGLAGES: Configuration = {
  scopes: ['openid', 'given_name', 'usual_name', 'email', 'uid', 'siret'],
  claims: {
    openid: ['sub'],
    given_name: ['given_name'],
    usual_name: ['usual_name'],
    email: ['email'],
    uid: ['uid'],
    siret: ['siret'],
  },
  // ProConnect's own addresses under its issuer.
  routes: {
    authorization: '/authorize',
    token: '/token',
    userinfo: '/userinfo',
    jwks: '/jwks',
    end_session: '/session/end',
  },
  pkce: { required: () => true },
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
    AccessToken: 3600,
    AuthorizationCode: 60,
    IdToken: 3600,
    Interaction: 3600,
    Session: 4 * 3600,
    Grant: 4 * 3600,
    RefreshToken: 4 * 3600,
  },
  // Whoever the commune's file names may come: there is nothing to consent to.
  async loadExistingGrant(ctx) {
    const { client, session } = ctx.oidc;
    const grant = new ctx.oidc.provider.Grant({
      ...(client && { clientId: client.clientId }),
      ...(session?.accountId && { accountId: session.accountId }),
    });
    grant.addOIDCScope('openid given_name usual_name email uid siret');
    await grant.save();
    return grant;
  },
};

/** One chooses each time: a demonstration goes from one agent to the other. */
const toujoursChoisir = () => {
  const { base, Check } = interactionPolicy;
  const politique = base();
  const choix = ({ oidc }: KoaContextWithOIDC) =>
    oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT;
  politique.get('login')?.checks.add(new Check('choix', 'Choisissez un compte', 'login_required', choix));
  return politique;
};

/** ProConnect refuses shorter ones. */
const ALEAS_MIN = 32;
const exigerAleas = async (ctx: KoaContextWithOIDC, suite: () => Promise<unknown>): Promise<void> => {
  const { searchParams } = new URL(ctx.req.url ?? '/', 'http://localhost');
  const court = ['state', 'nonce'].find((nom) => (searchParams.get(nom)?.length ?? 0) < ALEAS_MIN);
  if (ctx.path !== '/authorize' || court === undefined) return void (await suite());
  ctx.status = 400;
  ctx.type = 'html';
  ctx.body = pageDeRefus(`${court} : ${ALEAS_MIN} caractères au moins`);
};
