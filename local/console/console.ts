import { readFileSync } from 'node:fs';
import type http from 'node:http';
import { createRequire } from 'node:module';
import type { DatabaseSync } from 'node:sqlite';
import { Temporal } from 'temporal-polyfill';
import type { Commune } from '../../functions/commune/commune.ts';
import { lireCorps } from '../ecoute.ts';
import type { Horloge } from '../horloge.ts';
import { lireSms } from '../moteurs/sms.ts';
import { destination, type Temps } from '../temps.ts';
import { accueil, ecrire, horloge as pageHorloge, type Lieu, listeDesSms, navigation } from './accueil.ts';
import { lectureDuCourriel, lireBrut, lireCourriel, lireCourriels, lirePieceJointe, listeDesCourriels } from './courriels.ts';
import { dateEtHeure, type Html, html, page } from './html.ts';

export type Messages = { courriel(message: { commune: Commune; de: string; objet: string; texte: string }): Promise<void>; sms(message: { commune: Commune; de: string; texte: string }): string };
type Options = { registre: DatabaseSync; communes: readonly Commune[]; lieux(): Lieu[]; horloge: Horloge; temps: Temps; messages: Messages };
type Requete = { chemin: string; enHtml: boolean; corps: Record<string, unknown> };
type Reponse = { statut?: number; type?: string; corps?: string | Uint8Array; vers?: string; entetes?: Record<string, string> };

export type Console = (requete: http.IncomingMessage, reponse: http.ServerResponse) => Promise<void>;

/** The pages and the small API of `/local`: what left, what time it is, and a way to write in. */
export const ouvrirConsole = (options: Options): Console => {
  const { registre, communes, horloge } = options;
  const fuseau = communes[0]?.fuseau ?? 'Europe/Paris';
  const heure = () => dateEtHeure(horloge.maintenant(), fuseau);
  const montrer = (ici: string, titre: string, corps: Html): Reponse => ({ type: 'text/html; charset=utf-8', corps: page(titre, corps, navigation(ici, heure())) });
  const json = (corps: unknown, statut = 200): Reponse => ({ statut, type: 'application/json; charset=utf-8', corps: JSON.stringify(corps) });
  const refus = (statut: number, code: string, phrase: string, enHtml: boolean): Reponse =>
    enHtml ? { ...montrer('', 'Ce n’est pas possible', html`<p>${phrase}</p>`), statut } : json({ code, phrase, details: [] }, statut);
  const ceQuiManque = (enHtml: boolean) => refus(404, 'introuvable', 'Nous ne trouvons pas ce que vous cherchez.', enHtml);
  const communeDe = (slug: unknown) => (slug === undefined ? communes[0] : communes.find((commune) => commune.slug === slug));

  const unCourriel = async (id: number, suite: string): Promise<Reponse | undefined> => {
    const courriel = lireCourriel(registre, id);
    const brut = lireBrut(registre, id);
    if (!courriel || !brut) return undefined;
    if (suite === '') return montrer('/local/courriels', courriel.objet || '(sans objet)', lectureDuCourriel(courriel, fuseau));
    if (suite === '/html') return { type: 'text/html; charset=utf-8', corps: courriel.html, entetes: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox" } };
    if (suite === '/brut') return { type: 'message/rfc822', corps: brut, entetes: telecharger(`courriel-${id}.eml`) };
    const piece = await lirePieceJointe(brut, Number(suite.replace('/pieces/', '')));
    return piece && { type: piece.mimeType, corps: octets(piece.content), entetes: telecharger(piece.filename ?? 'piece') };
  };

  const lire: Record<string, (requete: Requete) => Reponse> = {
    '/local': () => montrer('/local', 'Votre Parvis', accueil(options.lieux())),
    '/local/ecrire': () => montrer('/local/ecrire', 'Écrire à la mairie', ecrire(options.lieux())),
    '/local/courriels': ({ enHtml }) => (enHtml ? montrer('/local/courriels', 'Courriels envoyés', listeDesCourriels(lireCourriels(registre), fuseau)) : json(lireCourriels(registre))),
    '/local/sms': ({ enHtml }) => (enHtml ? montrer('/local/sms', 'SMS envoyés', listeDesSms(lireSms(registre), fuseau)) : json(lireSms(registre))),
    '/local/horloge': ({ enHtml }) => (enHtml ? montrer('/local/horloge', 'Horloge', pageHorloge(heure())) : json(etatHorloge(horloge))),
    '/local/console.css': () => ({ type: 'text/css; charset=utf-8', corps: CSS }),
    '/local/police.woff2': () => ({ type: 'font/woff2', corps: POLICE, entetes: { 'cache-control': 'max-age=86400' } }),
  };

  const ecrit: Record<string, (requete: Requete) => Promise<Reponse>> = {
    async '/local/horloge'({ corps, enHtml }) {
      const { avancer, maintenant, jour } = corps;
      const voulu = typeof jour === 'string' ? { maintenant: neufHeures(jour, fuseau) } : { avancer, maintenant };
      const but = destination(voulu, horloge.maintenant(), fuseau);
      if ('phrase' in but) return refus(400, 'horloge-refusee', but.phrase, enHtml);
      await options.temps.aller(but.instant);
      return enHtml ? { vers: '/local/horloge' } : json(etatHorloge(horloge));
    },
    async '/local/sms'({ corps: { de, texte, commune: slug }, enHtml }) {
      const commune = communeDe(slug);
      if (typeof de !== 'string' || typeof texte !== 'string' || texte === '' || !commune) return refus(400, 'entree-invalide', 'Indiquez le numéro (« de »), le texte (« texte ») et, au besoin, la commune.', enHtml);
      const id = options.messages.sms({ commune, de, texte });
      return enHtml ? { vers: '/local/ecrire' } : json({ id }, 202);
    },
    async '/local/courriels'({ corps: { de, objet, texte, commune: slug }, enHtml }) {
      const commune = communeDe(slug);
      if (typeof de !== 'string' || typeof objet !== 'string' || typeof texte !== 'string' || !commune) return refus(400, 'entree-invalide', 'Indiquez l’adresse (« de »), l’objet, le texte et, au besoin, la commune.', enHtml);
      await options.messages.courriel({ commune, de, objet, texte });
      return enHtml ? { vers: '/local/ecrire' } : json({}, 202);
    },
  };

  const repondre = async (requete: http.IncomingMessage): Promise<Reponse> => {
    const chemin = new URL(requete.url ?? '/', 'http://localhost').pathname.replace(/(.)\/$/, '$1');
    const enHtml = /\btext\/html\b/.test(requete.headers.accept ?? '');
    if (requete.method === 'GET') {
      const [, id, suite = ''] = /^\/local\/courriels\/(\d+)(\/html|\/brut|\/pieces\/\d+)?$/.exec(chemin) ?? [];
      if (id !== undefined) return (await unCourriel(Number(id), suite)) ?? ceQuiManque(enHtml);
      return lire[chemin]?.({ chemin, enHtml, corps: {} }) ?? ceQuiManque(enHtml);
    }
    if (!memeOrigine(requete)) return refus(403, 'origine-refusee', 'Cette action doit être faite depuis la console.', enHtml);
    const corps = lireFormulaire(requete, (await lireCorps(requete, 1_000_000))?.toString() ?? '');
    if (!corps) return refus(400, 'json-illisible', 'Le contenu envoyé est illisible.', enHtml);
    return (await ecrit[chemin]?.({ chemin, enHtml, corps })) ?? ceQuiManque(enHtml);
  };

  return async (requete, reponse) => {
    const { statut = 200, type = 'text/plain', corps, vers, entetes } = await repondre(requete);
    if (vers !== undefined) return void reponse.writeHead(303, { location: vers }).end();
    reponse.writeHead(statut, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...entetes, 'content-type': type }).end(corps);
  };
};

const CSS = readFileSync(new URL('./console.css', import.meta.url), 'utf8');
const POLICE = readFileSync(createRequire(import.meta.url).resolve('@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'));

const etatHorloge = (horloge: Horloge) => ({ maintenant: new Date(horloge.maintenant()).toISOString(), decalage: horloge.decalage() });

const telecharger = (nom: string) => ({ 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(nom)}` });

const octets = (contenu: ArrayBuffer | Uint8Array | string): Uint8Array => (typeof contenu === 'string' ? Buffer.from(contenu) : new Uint8Array(contenu));

const neufHeures = (jour: string, fuseau: string): string | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(jour) ? Temporal.PlainDate.from(jour).toZonedDateTime({ timeZone: fuseau, plainTime: '09:00' }).toInstant().toString() : undefined;

/** A page of another site may not write here; what is not a browser sends no origin. */
const memeOrigine = ({ headers: { origin, host } }: http.IncomingMessage): boolean => origin === undefined || origin === `http://${host}`;

const lireFormulaire = ({ headers }: http.IncomingMessage, texte: string): Record<string, unknown> | undefined => {
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(texte));
  try {
    const lu: unknown = JSON.parse(texte || '{}');
    return typeof lu === 'object' && lu !== null ? (lu as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};
