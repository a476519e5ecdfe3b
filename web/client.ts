import { routes } from 'virtual:routes';
import type * as z from 'zod';
import type { actions } from '../functions/actions.ts';
import type { Identite } from '../functions/commune/commune.ts';
import type { CorpsRefus, Detail } from '../functions/platform/refus.ts';

type Actions = typeof actions;
/** The actions that a page may ask for. */
export type NomHttp = {
  [N in keyof Actions]: Actions[N] extends { route: string } ? N : never;
}[keyof Actions];
export type Entree<N extends NomHttp> = z.input<Actions[N]['input']>;
export type Sortie<N extends NomHttp> = z.output<Actions[N]['output']>;

/** Why an action did not succeed, ready to be shown: a refusal of the commune, a breakdown, or no network. */
export type Echec = {
  nature: 'refus' | 'panne' | 'reseau';
  code: string;
  phrase: string;
  details: readonly Detail[];
  incident?: string;
};
export type Reponse<T> = { ok: true; valeur: T } | { ok: false; echec: Echec };

/** `cle` is the Idempotency-Key: give the same one when the person tries the same submission again. */
export type Options = { cle?: string; signal?: AbortSignal };

type Api = { readonly [N in NomHttp]: (entree: Entree<N>, options?: Options) => Promise<Reponse<Sortie<N>>> };

const DELAI_LECTURE = 15_000;
const DELAI_ECRITURE = 30_000;

/** The address of an action asked by a link: a document, a redirection. */
export const adresse = <N extends NomHttp>(nom: N, entree: Entree<N>): string => requete(nom, entree).url;

export const nouvelleCle = (): string => crypto.randomUUID();

type Requete = { methode: string; url: string; corps: string | undefined };

const requete = (nom: string, entree: object): Requete => {
  const [methode = 'GET', chemin = '/'] = (routes[nom] ?? '').split(' ');
  const reste = new Map(Object.entries(entree).filter(([, valeur]) => valeur !== undefined));
  const url = `/api${chemin.replace(/\{(\w+)\}/g, (_, champ: string) => {
    const valeur = String(reste.get(champ) ?? '');
    reste.delete(champ);
    return encodeURIComponent(valeur);
  })}`;
  if (methode !== 'GET') return { methode, url, corps: JSON.stringify(Object.fromEntries(reste)) };
  const question = new URLSearchParams(
    [...reste].map(([champ, valeur]) => [champ, String(valeur)]),
  ).toString();
  return { methode, url: question ? `${url}?${question}` : url, corps: undefined };
};

const appeler = async (
  nom: string,
  entree: object,
  { cle, signal }: Options = {},
): Promise<Reponse<unknown>> => {
  const { methode, url, corps } = requete(nom, entree);
  const ecrit = methode !== 'GET';
  const arret = new AbortController();
  const arreter = () => arret.abort();
  const minuterie = setTimeout(arreter, ecrit ? DELAI_ECRITURE : DELAI_LECTURE);
  signal?.addEventListener('abort', arreter);
  try {
    const reponse = await fetch(url, {
      method: methode,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(ecrit && { 'content-type': 'application/json', 'idempotency-key': cle ?? nouvelleCle() }),
      },
      signal: arret.signal,
      ...(corps !== undefined && { body: corps }),
    });
    return await lire(reponse);
  } catch {
    return { ok: false, echec: SANS_RESEAU };
  } finally {
    clearTimeout(minuterie);
    signal?.removeEventListener('abort', arreter);
  }
};

const SANS_RESEAU: Echec = {
  nature: 'reseau',
  code: 'reseau',
  phrase: 'La connexion ne répond pas. Vérifiez votre réseau, puis réessayez.',
  details: [],
};

/** A document, fetched by the page so that a refusal can be read; a plain link would lose it. */
export const telecharger = async <N extends NomHttp>(nom: N, entree: Entree<N>): Promise<Reponse<Blob>> => {
  const arret = new AbortController();
  const minuterie = setTimeout(() => arret.abort(), DELAI_ECRITURE);
  try {
    const reponse = await fetch(adresse(nom, entree), { credentials: 'same-origin', signal: arret.signal });
    if (reponse.ok) return { ok: true, valeur: await reponse.blob() };
    return { ok: false, echec: echecDe(reponse.status, enJson(await reponse.text())) };
  } catch {
    return { ok: false, echec: SANS_RESEAU };
  } finally {
    clearTimeout(minuterie);
  }
};

const lire = async (reponse: Response): Promise<Reponse<unknown>> => {
  const corps = enJson(await reponse.text());
  if (reponse.ok && corps !== undefined) return { ok: true, valeur: corps };
  return { ok: false, echec: echecDe(reponse.status, corps) };
};

const echecDe = (statut: number, corps: unknown): Echec => {
  const refus = (corps ?? {}) as Partial<CorpsRefus>;
  if (statut >= 500 || !refus.code || !refus.phrase) return panne(refus);
  return { nature: 'refus', code: refus.code, phrase: refus.phrase, details: refus.details ?? [] };
};

const panne = ({ incident }: Partial<CorpsRefus>): Echec => ({
  nature: 'panne',
  code: 'panne',
  phrase: 'Le service ne répond pas comme il le devrait. Ce n’est pas de votre fait.',
  details: [],
  ...(incident && { incident }),
});

const enJson = (texte: string): unknown => {
  try {
    return texte === '' ? {} : (JSON.parse(texte) as unknown);
  } catch {
    return undefined;
  }
};

/** Every action of the manifest, typed by its contract: `api.suivreDemande({ demande })`. */
export const api = Object.fromEntries(
  Object.keys(routes).map((nom) => [
    nom,
    (entree: object, options?: Options) => appeler(nom, entree, options),
  ]),
) as unknown as Api;

/** The commune, as its deployment wrote it in the page. */
export const commune: Identite = JSON.parse(document.getElementById('commune')?.textContent || 'null') ?? {
  slug: 'parvis',
  nom: 'Parvis',
  nomComplet: 'Parvis',
  fuseau: 'Europe/Paris',
  courriel: '',
  telephone: '',
  adresse: { voie: '', codePostal: '', ville: '' },
  horaires: [],
  connexion: {},
  tribunal: { nom: '', adresse: { voie: '', codePostal: '', ville: '' } },
  accessibilite: 'non conforme',
};
