import { isUtf8 } from 'node:buffer';
import type http from 'node:http';
import { EN_TETE_DU_FRONT } from '../functions/platform/action.ts';
import { type CodeRefus, catalogue, corpsDe, Refus } from '../functions/platform/refus.ts';
import { ENTETES_DU_SITE } from '../lib/fronts.ts';
import { COMPTE } from './commun.ts';
import { lireCorps } from './ecoute.ts';
import type { Invoquer, Manifeste } from './fonctions.ts';
import { routeur, type Trouvee } from './routes.ts';

/** API Gateway's own limit. */
const CORPS_MAX = 10 * 1024 * 1024;
const PREFIXE = '/api';

export type Passerelle = (
  commune: string,
  requete: http.IncomingMessage,
  reponse: http.ServerResponse,
) => Promise<void>;

/** The HTTP API: a request becomes the event that API Gateway would make, and the handler's answer a response. */
export const ouvrirPasserelle = (
  manifeste: Manifeste,
  invoquer: Invoquer,
  { tracer, mot }: { tracer: (ligne: string) => void; mot: string },
): Passerelle => {
  const trouver = routeur(manifeste.entrees);
  const servir = async (commune: string, recue: Recue, reponse: http.ServerResponse): Promise<void> => {
    const { nom } = recue.trouvee;
    try {
      repondre(reponse, await invoquer(commune, nom, JSON.stringify(evenementDe(recue, mot))));
    } catch (erreur) {
      tracer(`${nom} (${commune}) : ${erreur instanceof Error ? erreur.stack : String(erreur)}`);
      reponse.writeHead(500, JSON_UTF8).end('{"message":"Internal Server Error"}');
    }
  };
  return async (commune, requete, reponse) => {
    const url = new URL(requete.url ?? '/', 'http://localhost');
    const trouvee = trouver(requete.method ?? 'GET', url.pathname.slice(PREFIXE.length));
    const corps = await lireCorps(requete, CORPS_MAX);
    if (!corps) return refuser(reponse, 'corps-trop-grand');
    if (!trouvee) return refuser(reponse, 'route-inconnue');
    await servir(commune, { requete, url, corps, trouvee }, reponse);
  };
};

const JSON_UTF8 = { 'content-type': 'application/json; charset=utf-8' };

const refuser = (reponse: http.ServerResponse, code: CodeRefus): void => {
  reponse.writeHead(catalogue[code].status, JSON_UTF8).end(JSON.stringify(corpsDe(new Refus(code))));
};

type Recue = { requete: http.IncomingMessage; url: URL; corps: Buffer; trouvee: Trouvee };

/** The event of an HTTP API, payload format 2.0, with what the front of the site adds: whoever sent its word loses it. */
export const evenementDe = ({ requete, url, corps, trouvee }: Recue, mot: string) => {
  const { cookie, ...headers } = enTextes(requete.headers);
  const sourceIp = requete.socket.remoteAddress ?? '127.0.0.1';
  const routeKey = trouvee.route.replace(' ', ` ${PREFIXE}`);
  const domainName = (headers.host ?? 'localhost').replace(/:\d+$/, '');
  const maintenant = new Date();
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split(/; */) }),
    headers: {
      ...headers,
      [EN_TETE_DU_FRONT]: mot,
      'x-forwarded-for': sourceIp,
      'x-forwarded-proto': 'http',
    },
    ...siRempli('queryStringParameters', parametresDe(url)),
    ...siRempli('pathParameters', trouvee.parametres),
    requestContext: {
      accountId: COMPTE,
      apiId: 'local',
      domainName,
      domainPrefix: domainName.split('.')[0],
      http: {
        method: requete.method ?? 'GET',
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: crypto.randomUUID(),
      routeKey,
      stage: '$default',
      time: maintenant.toISOString(),
      timeEpoch: maintenant.getTime(),
    },
    ...corpsDeLEvenement(corps, headers['content-type']),
  };
};

const enTextes = (entetes: http.IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entetes).map(([nom, valeur]) => [
      nom,
      Array.isArray(valeur) ? valeur.join(',') : (valeur ?? ''),
    ]),
  );

/** API Gateway leaves out what is empty. */
const siRempli = (nom: string, valeurs: Record<string, string>) =>
  Object.keys(valeurs).length === 0 ? {} : { [nom]: valeurs };

const corpsDeLEvenement = (corps: Buffer, type: string | undefined) => {
  if (corps.length === 0) return { isBase64Encoded: false };
  // What is no text cannot be handed over as one: whoever reads it says so.
  const binaire = !estDuTexte(type) || !isUtf8(corps);
  return { body: corps.toString(binaire ? 'base64' : 'utf8'), isBase64Encoded: binaire };
};

/** What API Gateway hands over as text; all else comes in base 64, forms included. */
const estDuTexte = (type = ''): boolean =>
  /^(text\/|application\/(json|javascript|xml)\b|application\/[\w.-]+\+json)/i.test(type);

const parametresDe = ({ searchParams }: URL): Record<string, string> =>
  Object.fromEntries(
    [...new Set(searchParams.keys())].map((nom) => [nom, searchParams.getAll(nom).join(',')]),
  );

type Retour = {
  statusCode?: number;
  headers?: Record<string, string | number | boolean>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
};

export const repondre = (reponse: http.ServerResponse, resultat: unknown): void => {
  const {
    statusCode = 200,
    headers = {},
    cookies = [],
    body = '',
    isBase64Encoded = false,
  } = enRetour(resultat);
  for (const [nom, valeur] of Object.entries({ ...ENTETES_DU_SITE, ...headers }))
    reponse.setHeader(nom, String(valeur));
  if (cookies.length > 0) reponse.setHeader('set-cookie', cookies);
  if (!reponse.hasHeader('content-type') && body !== '')
    reponse.setHeader('content-type', 'text/plain; charset=utf-8');
  reponse.writeHead(statusCode).end(isBase64Encoded ? Buffer.from(body, 'base64') : body);
};

/** An answer without `statusCode` is the body itself, as format 2.0 allows. */
const enRetour = (resultat: unknown): Retour => {
  if (typeof resultat === 'object' && resultat !== null && 'statusCode' in resultat)
    return resultat as Retour;
  return { headers: JSON_UTF8, body: typeof resultat === 'string' ? resultat : JSON.stringify(resultat) };
};
