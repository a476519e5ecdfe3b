import type http from 'node:http';
import { lireCorps } from '../ecoute.ts';
import type { Alentours } from './alentours.ts';
import { ecritures } from './ecritures.ts';
import { lectures } from './lectures.ts';
import { type Demande, ecrire, type Reponse, refuser } from './reponses.ts';

export type Console = (requete: http.IncomingMessage, reponse: http.ServerResponse) => Promise<void>;

const CORPS_MAX = 1_000_000;

/** The pages and the small API of `/local`: what left, what time it is, and a way to write in. */
export const ouvrirConsole = (alentours: Alentours): Console => {
  const lire = lectures(alentours);
  const agir = ecritures(alentours);
  const poster = async (requete: http.IncomingMessage, ou: Lieu): Promise<Reponse | undefined> => {
    if (!memeOrigine(requete)) return refuser('origine-refusee', ou);
    const corps = lireFormulaire(requete, (await lireCorps(requete, CORPS_MAX))?.toString() ?? '');
    return corps ? agir({ ...ou, corps }) : refuser('json-illisible', ou);
  };
  return async (requete, reponse) => {
    const ou = lieuDe(requete);
    const trouvee = requete.method === 'POST' ? await poster(requete, ou) : await lire({ ...ou, corps: {} });
    ecrire(reponse, trouvee ?? refuser('introuvable', ou));
  };
};

type Lieu = Omit<Demande, 'corps'>;
const lieuDe = ({ url = '/', headers }: http.IncomingMessage): Lieu => ({
  chemin: new URL(url, 'http://localhost').pathname.replace(/(.)\/$/, '$1'),
  enHtml: /\btext\/html\b/.test(headers.accept ?? ''),
});

/** A page of another site may not write here; what is not a browser sends no origin. */
const memeOrigine = ({ headers: { origin, host } }: http.IncomingMessage): boolean =>
  origin === undefined || origin === `http://${host}`;

const lireFormulaire = (
  { headers }: http.IncomingMessage,
  texte: string,
): Record<string, unknown> | undefined => {
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(texte));
  try {
    const lu: unknown = JSON.parse(texte || '{}');
    return typeof lu === 'object' && lu !== null ? (lu as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};
