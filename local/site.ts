import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type http from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Commune } from '../functions/commune/commune.ts';
import {
  ENTETES_DU_SITE,
  injecter,
  pageDe,
  politiqueDeContenu,
  ROBOTS_TXT,
  SECURITY_TXT,
  securityTxt,
  themeCss,
} from '../lib/fronts.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json',
  '.pdf': 'application/pdf',
};

type Servi = { contenu: Buffer; type: string; etag: string; duree: string; formes: Map<string, Buffer> };
export type Site = (commune: Commune, requete: http.IncomingMessage, reponse: http.ServerResponse) => void;

/** The static fronts as the CDN serves them: one build, the commune's identity and colours laid in. */
export const ouvrirSite = (dossier: string, originePieces: string): Site => {
  const connus = new Map<string, Servi>();
  const entetes = { ...ENTETES, 'content-security-policy': politiqueDeContenu(originePieces) };
  const lire = (commune: Commune, chemin: string): Servi | undefined => {
    const cle = `${commune.slug} ${chemin}`;
    const connu = connus.get(cle);
    if (connu) return connu;
    const contenu = contenuDe(dossier, commune, chemin);
    if (contenu) connus.set(cle, preparer(chemin, contenu));
    return connus.get(cle);
  };
  const servirFichier = (servi: Servi, requete: http.IncomingMessage, reponse: http.ServerResponse): void => {
    const { corps, entetes: codage } = comprimer(servi, String(requete.headers['accept-encoding'] ?? ''));
    const propres = {
      ...entetes,
      ...codage,
      'content-type': servi.type,
      'cache-control': servi.duree,
      etag: servi.etag,
      vary: 'accept-encoding',
    };
    if (requete.headers['if-none-match'] === servi.etag) reponse.writeHead(304, propres).end();
    else
      reponse
        .writeHead(200, { ...propres, 'content-length': corps.length })
        .end(requete.method === 'HEAD' ? undefined : corps);
  };
  return (commune, requete, reponse) => {
    if (requete.method !== 'GET' && requete.method !== 'HEAD')
      return void reponse.writeHead(405, { ...entetes, allow: 'GET, HEAD' }).end();
    const servi = lire(commune, pageDe(decoder(new URL(requete.url ?? '/', 'http://localhost').pathname)));
    if (servi) servirFichier(servi, requete, reponse);
    else
      reponse
        .writeHead(404, { ...entetes, 'content-type': 'text/plain; charset=utf-8' })
        .end('Cette page n’existe pas.');
  };
};

const preparer = (chemin: string, contenu: Buffer): Servi => ({
  contenu,
  etag: `"${createHash('sha256').update(contenu).digest('base64url').slice(0, 16)}"`,
  // What is in this folder bears its own fingerprint in its name.
  duree: chemin.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  type: TYPES[path.extname(chemin)] ?? 'application/octet-stream',
  formes: new Map(),
});

const ENTETES = { ...ENTETES_DU_SITE, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' };

/** What a deployment writes for each commune. */
const ecrits: Record<string, (commune: Commune) => string> = {
  '/theme.css': themeCss,
  '/robots.txt': () => ROBOTS_TXT,
  [SECURITY_TXT]: (commune) => securityTxt(commune, new Date()),
};

const contenuDe = (dossier: string, commune: Commune, chemin: string): Buffer | undefined => {
  const ecrit = ecrits[chemin]?.(commune);
  if (ecrit !== undefined) return Buffer.from(ecrit);
  const fichier = path.join(dossier, chemin);
  if (
    !fichier.startsWith(dossier + path.sep) ||
    path.basename(fichier).startsWith('.') ||
    !existsSync(fichier) ||
    !statSync(fichier).isFile()
  )
    return undefined;
  const contenu = readFileSync(fichier);
  return chemin.endsWith('.html') ? Buffer.from(injecter(contenu.toString(), commune)) : contenu;
};

/** Already packed kinds gain nothing, and neither do a few bytes. */
const seComprime = ({ type, contenu }: Servi): boolean =>
  contenu.length >= 512 && /^(text|application\/(json|manifest)|image\/svg)/.test(type);

const CODAGES: Record<string, (contenu: Buffer) => Buffer> = {
  br: (contenu) => brotliCompressSync(contenu, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (contenu) => gzipSync(contenu, { level: 9 }),
};

const comprimer = (servi: Servi, accepte: string): { corps: Buffer; entetes: Record<string, string> } => {
  const [codage, coder] =
    Object.entries(CODAGES).find(([nom]) => new RegExp(`\\b${nom}\\b`).test(accepte)) ?? [];
  if (!codage || !coder || !seComprime(servi)) return { corps: servi.contenu, entetes: {} };
  const corps = servi.formes.get(codage) ?? coder(servi.contenu);
  servi.formes.set(codage, corps);
  return { corps, entetes: { 'content-encoding': codage } };
};

const decoder = (chemin: string): string => {
  try {
    return decodeURIComponent(chemin);
  } catch {
    return chemin;
  }
};
