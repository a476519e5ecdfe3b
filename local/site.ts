import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type http from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Commune } from '../functions/commune/commune.ts';
import { injecter, pageDe, politiqueDeContenu, themeCss } from '../lib/fronts.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json', '.map': 'application/json', '.pdf': 'application/pdf',
};

type Servi = { contenu: Buffer; type: string; etag: string; formes: Map<string, Buffer> };
export type Site = (commune: Commune, requete: http.IncomingMessage, reponse: http.ServerResponse) => void;

/** The static fronts as the CDN serves them: one build, the commune's identity and colours laid in. */
export const ouvrirSite = (dossier: string, originePieces: string): Site => {
  const connus = new Map<string, Servi>();
  const entetes = { ...ENTETES, 'content-security-policy': politiqueDeContenu(originePieces) };
  const lire = (commune: Commune, chemin: string): Servi | undefined => {
    const cle = `${chemin} ${/\.(html|css)$/.test(chemin) ? commune.slug : ''}`;
    const connu = connus.get(cle);
    if (connu) return connu;
    const contenu = contenuDe(dossier, commune, chemin);
    if (contenu === undefined) return undefined;
    const etag = `"${createHash('sha256').update(contenu).digest('base64url').slice(0, 16)}"`;
    const servi = { contenu, etag, type: TYPES[path.extname(chemin)] ?? 'application/octet-stream', formes: new Map<string, Buffer>() };
    connus.set(cle, servi);
    return servi;
  };
  return (commune, requete, reponse) => {
    if (requete.method !== 'GET' && requete.method !== 'HEAD') return void reponse.writeHead(405, { ...entetes, allow: 'GET, HEAD' }).end();
    const chemin = pageDe(decoder(new URL(requete.url ?? '/', 'http://localhost').pathname));
    const servi = lire(commune, chemin);
    if (!servi) return void reponse.writeHead(404, { ...entetes, 'content-type': 'text/plain; charset=utf-8' }).end('Cette page n’existe pas.');
    const duree = chemin.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    const [codage, corps] = comprimer(servi, String(requete.headers['accept-encoding'] ?? ''));
    const propres = { 'content-type': servi.type, 'cache-control': duree, etag: servi.etag, vary: 'accept-encoding', ...(codage ? { 'content-encoding': codage } : {}) };
    if (requete.headers['if-none-match'] === servi.etag) return void reponse.writeHead(304, { ...entetes, ...propres }).end();
    reponse.writeHead(200, { ...entetes, ...propres, 'content-length': corps.length }).end(requete.method === 'HEAD' ? undefined : corps);
  };
};

const ENTETES = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' };

const contenuDe = (dossier: string, commune: Commune, chemin: string): Buffer | undefined => {
  if (chemin === '/theme.css') return Buffer.from(themeCss(commune));
  const fichier = path.join(dossier, chemin);
  if (!fichier.startsWith(dossier + path.sep) || path.basename(fichier).startsWith('.') || !existsSync(fichier) || !statSync(fichier).isFile()) return undefined;
  const contenu = readFileSync(fichier);
  return chemin.endsWith('.html') ? Buffer.from(injecter(contenu.toString(), commune)) : contenu;
};

/** Already packed kinds gain nothing, and neither do a few bytes. */
const comprimer = (servi: Servi, accepte: string): [string | undefined, Buffer] => {
  if (!/^(text|application\/(json|manifest)|image\/svg)/.test(servi.type) || servi.contenu.length < 512) return [undefined, servi.contenu];
  const codage = /\bbr\b/.test(accepte) ? 'br' : /\bgzip\b/.test(accepte) ? 'gzip' : undefined;
  if (!codage) return [undefined, servi.contenu];
  const forme = servi.formes.get(codage) ?? (codage === 'br' ? brotliCompressSync(servi.contenu, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : gzipSync(servi.contenu, { level: 9 }));
  servi.formes.set(codage, forme);
  return [codage, forme];
};

const decoder = (chemin: string): string => {
  try {
    return decodeURIComponent(chemin);
  } catch {
    return chemin;
  }
};
