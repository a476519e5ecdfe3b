import http from 'node:http';
import { text } from 'node:stream/consumers';

type Reponse = { statut: number; entetes: http.IncomingHttpHeaders; texte: string };
type Corps = { type: string; texte: string };
export type Visiteur = {
  demander(chemin: string, corps?: unknown): Promise<Reponse>;
  /** What a JSON action answers. Throws what it refused. */
  lire<T>(chemin: string): Promise<T>;
  faire<T>(chemin: string, corps: unknown): Promise<T>;
  /** Signs in through a stand-in, where one chooses by its address or its name who to be. */
  sIdentifier(depart: string, qui: string): Promise<void>;
};

/** Someone with a browser and its cookies, at the address of a commune; `port` is where that address really answers. */
export const unVisiteur = (port: number, adresse: string): Visiteur => {
  const envoyer = unNavigateur(port, adresse);
  const demander = (chemin: string, corps?: unknown) =>
    envoyer(
      chemin,
      corps === undefined ? undefined : { type: 'application/json', texte: JSON.stringify(corps) },
    );
  const faire = async <T>(chemin: string, corps?: unknown): Promise<T> => {
    const { statut, texte } = await demander(chemin, corps);
    if (statut >= 400) throw new Error(`${chemin} : ${statut} ${texte}`);
    return JSON.parse(texte || '{}') as T;
  };
  const unPas = async (page: string, qui: string): Promise<string> => {
    const vue = await envoyer(page);
    const suite = vue.statut === 200 ? await envoyer(page, choix(vue.texte, qui)) : vue;
    return new URL(suite.entetes.location ?? '', new URL(page, adresse)).href;
  };
  return {
    demander,
    faire,
    lire: (chemin) => faire(chemin),
    async sIdentifier(depart, qui) {
      let page = new URL(depart, adresse).href;
      for (let pas = 0; pas < PAS_MAX && enChemin(page); pas++) page = await unPas(page, qui);
      if (enChemin(page) || page.includes('refus='))
        throw new Error(`${qui} n’a pas pu s’identifier : ${page}`);
    },
  };
};

/** The way to who proves identities and back has fewer steps. */
const PAS_MAX = 12;
const enChemin = (page: string): boolean => /^\/(api|local)\//.test(new URL(page).pathname);

const choix = (page: string, qui: string): Corps => {
  const boutons = [...page.matchAll(/name="compte" value="([^"]*)"><strong>([^<]*)</g)];
  const compte = boutons.find(([, valeur, nom]) => valeur === qui || nom === qui)?.[1] ?? '';
  return {
    type: 'application/x-www-form-urlencoded',
    texte: new URLSearchParams({ compte }).toString(),
  };
};

const agent = new http.Agent({ keepAlive: true });

/** Asks as a browser does, with the host that the address names and the cookies that were set. */
const unNavigateur = (port: number, adresse: string) => {
  const cookies = new Map<string, string>();
  const garder = ({ 'set-cookie': poses = [] }: http.IncomingHttpHeaders): void => {
    for (const pose of poses) {
      const [nom = '', valeur = ''] = (pose.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(nom, valeur);
    }
  };
  return (chemin: string, corps?: Corps) =>
    new Promise<Reponse>((resoudre, refuser) => {
      const { host, pathname, search } = new URL(chemin, adresse);
      const headers = {
        host,
        cookie: [...cookies].map(([nom, valeur]) => `${nom}=${valeur}`).join('; '),
        ...(corps && { 'content-type': corps.type, 'content-length': Buffer.byteLength(corps.texte) }),
      };
      const method = corps ? 'POST' : 'GET';
      http
        .request({ agent, host: '127.0.0.1', port, path: pathname + search, method, headers }, (reponse) => {
          garder(reponse.headers);
          const { statusCode: statut = 0, headers: entetes } = reponse;
          text(reponse).then((texte) => resoudre({ statut, entetes, texte }), refuser);
        })
        .on('error', refuser)
        .end(corps?.texte);
    });
};
