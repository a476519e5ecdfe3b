import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Ligne, Suivi } from '../../functions/demandes/formes.ts';
import type { DemarcheOuverte } from '../../functions/demarches/demarche.actions.ts';
import { reponsesDe, unParticulier } from './monde.ts';

type Reponse = { statut: number; corps: Record<string, unknown> & { code?: string } };
export type Courriel = { id: number; a: string; objet: string; texte: string; commune: string };

/** A program that speaks to Parvis over HTTP, with its own cookies. */
export const unClient = (base: string) => {
  const cookies = new Map<string, string>();
  const envoyer = async (chemin: string, options: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([nom, valeur]) => `${nom}=${valeur}`).join('; ');
    const reponse = await fetch(new URL(chemin, base), {
      redirect: 'manual',
      ...options,
      headers: { ...options.headers, ...(cookie && { cookie }) },
    });
    for (const pose of reponse.headers.getSetCookie()) {
      const [nom = '', valeur = ''] = (pose.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(nom, valeur);
    }
    return reponse;
  };
  const enJson = async (reponse: Response): Promise<Reponse> => ({
    statut: reponse.status,
    corps: JSON.parse((await reponse.text()) || '{}'),
  });
  const post = async (
    chemin: string,
    corps: unknown,
    entetes: Record<string, string> = {},
  ): Promise<Reponse> =>
    enJson(
      await envoyer(chemin, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...entetes },
        body: typeof corps === 'string' ? corps : JSON.stringify(corps),
      }),
    );
  const get = async <T>(chemin: string): Promise<T> => (await envoyer(chemin)).json() as Promise<T>;
  /** One step of the way to ProConnect and back: follows a redirection, or chooses who to be. */
  const avancerVers = async (adresse: string, compte: string): Promise<string> => {
    const vue = await envoyer(adresse);
    const choix = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ compte }),
    };
    const reponse = vue.status === 200 ? await envoyer(adresse, choix) : vue;
    return new URL(reponse.headers.get('location') ?? '', adresse).href;
  };
  return {
    envoyer,
    post,
    get,
    deposer: async (
      demarche = 'carte-stationnement-resident',
      usager: object = unParticulier,
      cle?: string,
    ): Promise<{ reference: string; code: string }> => {
      const { demarche: lue } = await get<DemarcheOuverte>(`/api/demarches/${demarche}`);
      const { statut, corps } = await post(
        '/api/demandes',
        { demarche, usager, reponses: reponsesDe(lue), pieces: [] },
        cle ? { 'idempotency-key': cle } : {},
      );
      if (statut !== 200) throw new Error(`dépôt refusé : ${JSON.stringify(corps)}`);
      return corps as { reference: string; code: string };
    },
    suivre: async ({ reference, code }: { reference: string; code: string }): Promise<Suivi> => {
      await post('/api/suivi', { reference, code });
      return get<Suivi>(`/api/suivi/${reference}`);
    },
    /** Signs in at the stand-in of ProConnect, as the agent with this e-mail. */
    connecter: async (courriel: string): Promise<void> => {
      let adresse = new URL('/api/agents/connexion', base).href;
      for (let pas = 0; pas < 12 && !adresse.endsWith('/agents/'); pas++)
        adresse = await avancerVers(adresse, courriel);
    },
    file: async (vue = 'ouvertes'): Promise<Ligne[]> =>
      (await get<{ lignes: Ligne[] }>(`/api/demandes?vue=${vue}`)).lignes,
    courriels: (): Promise<Courriel[]> => get<Courriel[]>('/local/courriels'),
    avancer: (duree: string): Promise<Reponse> => post('/local/horloge', { avancer: duree }),
  };
};

/** Asks one of the communes by its host name, which only browsers know how to find below `localhost`. */
export const demanderA = (
  hote: string,
  chemin: string,
  corps?: unknown,
): Promise<{ statut: number; corps: Record<string, unknown> }> =>
  new Promise((resolve, reject) => {
    const options = {
      host: 'localhost',
      port: hote.split(':')[1],
      path: chemin,
      method: corps ? 'POST' : 'GET',
      headers: { host: hote, 'content-type': 'application/json' },
    };
    const requete = request(options, async (reponse) =>
      resolve({ statut: reponse.statusCode ?? 0, corps: JSON.parse(await text(reponse)) }),
    );
    requete.on('error', reject).end(corps && JSON.stringify(corps));
  });
