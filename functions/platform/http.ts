import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Contract, Document, Redirection } from './action.ts';
import { appareilDe } from './appareil.ts';
import type { Appel, Jetons } from './perform.ts';
import { vientDuSite } from './porte.ts';
import { type CorpsRefus, catalogue, corpsDe, Refus } from './refus.ts';
import { COOKIES, cookie } from './session.ts';
import { aTelecharger } from './telechargement.ts';

export type EvenementHttp = APIGatewayProxyEventV2;
export type ReponseHttp = APIGatewayProxyStructuredResultV2;

/** Forms are words; files go straight to their bucket. */
const OCTETS_MAX = 300_000;

/** What a request of API Gateway (payload 2.0) asks. Throws Refus on a foreign origin, a body too large or not JSON. */
export const enAppel = (
  event: EvenementHttp,
  { origines, now, bord }: { origines: readonly string[]; now: Date; bord?: string | undefined },
): Appel => {
  const lecture = event.requestContext.http.method === 'GET';
  if (!lecture) verifierOrigine(event.headers.origin, origines);
  const cookies = lireCookies(event.cookies ?? []);
  const jetons = Object.entries(COOKIES).flatMap(([qui, nom]) =>
    cookies.has(nom) ? [[qui, cookies.get(nom)]] : [],
  );
  const cle = cleDe(event.headers['idempotency-key']);
  return {
    input: { ...(lecture ? event.queryStringParameters : lireCorps(event)), ...event.pathParameters },
    now,
    adresse: adresseDe(event, bord),
    appareil: appareilDe(event.headers['user-agent']),
    jetons: Object.fromEntries(jetons) as Jetons,
    ...(cle && { cle }),
  };
};

/** A key that would be cut could be taken for another. */
const cleDe = (cle: string | undefined): string | undefined => {
  if (!cle || /^[\x20-\x7e]{1,200}$/.test(cle)) return cle;
  throw new Refus('entree-invalide', [
    {
      champ: 'Idempotency-Key',
      phrase: 'Cette clé d’envoi a 200 caractères au plus, lettres, chiffres et tirets.',
    },
  ]);
};

/**
 * The network of who asks. Behind the CDN it is the address that the CDN adds to the list of relays; the CDN proves
 * itself by a word that only the stack knows.
 */
const adresseDe = ({ headers, requestContext }: EvenementHttp, bord: string | undefined): string => {
  const { sourceIp = '' } = requestContext.http;
  const relais = vientDuSite(headers, bord)
    ? (headers['x-forwarded-for'] ?? '').split(',').map((ip) => ip.trim())
    : [];
  return reseauDe(relais.findLast((ip) => ip && ip !== sourceIp) ?? sourceIp);
};

/** One household holds a whole /64 of IPv6. */
const reseauDe = (ip: string): string => {
  if (!ip.includes(':')) return ip;
  const [debut = [], fin = []] = ip.split('::').map((partie) => partie.split(':').filter(Boolean));
  return [...debut, ...Array<string>(Math.max(0, 8 - debut.length - fin.length)).fill('0'), ...fin]
    .slice(0, 4)
    .join(':');
};

/** A browser says where a writing request comes from; a program may not. Cookies, SameSite=Lax, are the first lock and this the second. */
const verifierOrigine = (origine: string | undefined, origines: readonly string[]): void => {
  if (origine && !origines.includes(origine)) throw new Refus('origine-refusee');
};

const lireCookies = (cookies: readonly string[]): Map<string, string> =>
  new Map(
    cookies.map((cookie) => [
      cookie.slice(0, cookie.indexOf('=')).trim(),
      cookie.slice(cookie.indexOf('=') + 1),
    ]),
  );

const lireCorps = ({ body, isBase64Encoded }: EvenementHttp): object => {
  if (!body) return {};
  const texte = isBase64Encoded ? enUtf8(Buffer.from(body, 'base64')) : body;
  // In bytes, as the table counts what it keeps.
  if (Buffer.byteLength(texte) > OCTETS_MAX) throw new Refus('corps-trop-grand');
  const objet = analyser(texte);
  if (typeof objet !== 'object' || objet === null || Array.isArray(objet)) throw new Refus('json-illisible');
  return objet;
};

/** Bytes that are no text would be read as « � », and a letter of someone's name lost without a word. */
const enUtf8 = (octets: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    throw new Refus('entree-invalide', [
      { champ: '', phrase: 'Ce texte n’est pas écrit en UTF-8 : certaines de ses lettres seraient perdues.' },
    ]);
  }
};

const analyser = (texte: string): unknown => {
  try {
    return JSON.parse(texte);
  } catch {
    throw new Refus('json-illisible');
  }
};

/** Nothing that the API answers is a page: it may run nothing, be framed by nobody, and be read by this site alone. */
const PROTEGES = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
};
const ENTETES = { ...PROTEGES, 'content-type': 'application/json; charset=utf-8' };

/** The HTTP answer of a reply, a refusal or a failure. */
export const enReponse = (contract: Contract, reponse: unknown): ReponseHttp => {
  if (reponse instanceof Refus) return enRefus(contract, corpsDe(reponse));
  if (estPanne(reponse)) return enRefus(contract, reponse);
  switch (contract.reponse ?? 'json') {
    case 'redirection': {
      const { vers, cookies } = Redirection.parse(reponse);
      return { statusCode: 302, headers: { ...PROTEGES, location: vers }, cookies };
    }
    case 'document': {
      const { nom, type, contenu } = Document.parse(reponse);
      const headers = {
        ...PROTEGES,
        'content-type': type,
        'content-disposition': aTelecharger(nom),
      };
      return { statusCode: 200, headers, body: contenu, isBase64Encoded: true };
    }
    case 'json':
      return enJson(reponse as { cookies?: string[] });
  }
};

const enJson = ({ cookies, ...corps }: { cookies?: string[] }): ReponseHttp => ({
  statusCode: 200,
  headers: ENTETES,
  ...(cookies && { cookies }),
  body: JSON.stringify(corps),
});

const estPanne = (reponse: unknown): reponse is CorpsRefus =>
  typeof reponse === 'object' && reponse !== null && 'code' in reponse && reponse.code === 'panne';

/** Someone signing in follows links, not JSON: they are brought back to the page that explains. */
const enRefus = (contract: Contract, corps: CorpsRefus): ReponseHttp => {
  const page = pageDeConnexion(contract);
  if (page)
    return {
      statusCode: 302,
      headers: { ...PROTEGES, location: `${page}?refus=${corps.code}` },
    };
  const statusCode = corps.code === 'panne' ? 500 : catalogue[corps.code].status;
  return {
    statusCode,
    headers: ENTETES,
    ...(corps.code === 'habilitation-retiree' && { cookies: [cookie('agent', '', 0)] }),
    body: JSON.stringify(corps),
  };
};

const pageDeConnexion = ({ route, reponse }: Contract): string | undefined => {
  if (reponse !== 'redirection') return undefined;
  if (route?.startsWith('GET /agents/')) return '/agents/';
  return route?.startsWith('GET /compte/') ? '/connexion' : undefined;
};
