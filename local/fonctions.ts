import { Worker } from 'node:worker_threads';
import type { Entree } from '../functions/actions.ts';
import type { Appel, Retour } from './ouvrier.ts';

/** Where the actions are: their list, and the folder that the files of the list start from. */
export type Manifeste = { racine: string; entrees: readonly Entree[] };

/** Invokes the action of a commune through its Lambda handler, with an event in JSON. Throws what the handler throws, its name kept. */
export type Invoquer = (commune: string, action: string, evenement: string) => Promise<unknown>;
export type Fonctions = { invoquer: Invoquer; fermer(): Promise<void> };

type Environnements = ReadonlyMap<string, Record<string, string>>;
type Options = {
  manifeste: Manifeste;
  horloge: SharedArrayBuffer;
  environnements: Environnements;
  tracer: (ligne: string) => void;
};

/**
 * Worker threads of a commune, each with its own `process.env`, as each commune has its own stack: one for the actions that
 * feed on the table's stream, one for all that is asked. On AWS every function has an environment of its own.
 */
export const ouvrirFonctions = ({ manifeste, horloge, environnements, tracer }: Options): Fonctions => {
  const entrees = new Map<string, Entree>(manifeste.entrees.map((entree) => [entree.nom, entree]));
  const ouvriers = new Map<string, Ouvrier>();
  const ouvrierDe = (commune: string, env: Record<string, string>, { contract }: Entree): Ouvrier => {
    const place = `${commune}/${contract.sur?.type === 'flux' ? 'consommateurs' : 'porte'}`;
    const connu = ouvriers.get(place);
    if (connu) return connu;
    const nouveau = embaucher(() => creer(commune, env), tracer);
    ouvriers.set(place, nouveau);
    return nouveau;
  };
  const creer = (commune: string, env: Record<string, string>) =>
    new Worker(new URL('./ouvrier.ts', import.meta.url), {
      env,
      workerData: { horloge, racine: manifeste.racine, commune },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
  let ferme = false;
  return {
    async invoquer(commune, action, evenement) {
      const env = environnements.get(commune);
      const entree = entrees.get(action);
      if (!env || !entree)
        throw new Error(`l’action « ${action} » n’existe pas dans la commune « ${commune} »`);
      if (ferme) throw nommee('Runtime.ExitError', 'l’exécution s’est arrêtée');
      return ouvrierDe(commune, env, entree).appeler(action, entree.fichier, evenement);
    },
    async fermer() {
      ferme = true;
      await Promise.all([...ouvriers.values()].map((ouvrier) => ouvrier.congedier()));
    },
  };
};

/** Lambda's own limit for what API Gateway and the consumers ask. */
const DELAI = 30_000;
type EnCours = { resoudre(valeur: unknown): void; refuser(erreur: Error): void };

type Ouvrier = ReturnType<typeof embaucher>;

const embaucher = (creer: () => Worker, tracer: (ligne: string) => void) => {
  const enCours = new Map<number, EnCours>();
  let numero = 0;
  let ferme = false;
  const ouvrir = (): Worker => {
    const nouveau = creer();
    nouveau.on('message', (retour: Retour) => recevoir(enCours, retour));
    nouveau.on('error', (erreur) =>
      tracer(`thread arrêté : ${erreur instanceof Error ? erreur.stack : String(erreur)}`),
    );
    // A thread that falls takes its calls with it, like an execution environment; the next call gets a new one.
    nouveau.on('exit', () => {
      for (const { refuser } of enCours.values())
        refuser(nommee('Runtime.ExitError', 'l’exécution s’est arrêtée'));
      enCours.clear();
      if (!ferme) ouvrier = ouvrir();
    });
    for (const flux of [nouveau.stdout, nouveau.stderr])
      flux.setEncoding('utf8').on('data', (texte: string) => tracer(texte.trimEnd()));
    return nouveau;
  };
  let ouvrier = ouvrir();
  return {
    appeler: (nom: string, fichier: string, evenement: string) =>
      new Promise<unknown>((resoudre, refuser) => {
        const id = ++numero;
        const minuterie = setTimeout(
          () =>
            finir(() =>
              refuser(nommee('Sandbox.Timedout', `${nom} : délai de ${DELAI / 1000} secondes dépassé`)),
            ),
          DELAI,
        );
        const finir = (suite: () => void) => {
          clearTimeout(minuterie);
          enCours.delete(id);
          suite();
        };
        enCours.set(id, {
          resoudre: (valeur) => finir(() => resoudre(valeur)),
          refuser: (erreur) => finir(() => refuser(erreur)),
        });
        ouvrier.postMessage({ id, nom, fichier, evenement, delai: DELAI } satisfies Appel);
      }),
    async congedier() {
      ferme = true;
      await ouvrier.terminate();
    },
  };
};

const recevoir = (enCours: ReadonlyMap<number, EnCours>, retour: Retour): void => {
  const appel = enCours.get(retour.id);
  if (!appel) return;
  if ('erreur' in retour) appel.refuser(Object.assign(new Error(retour.erreur.message), retour.erreur));
  else appel.resoudre(JSON.parse(retour.resultat));
};

const nommee = (name: string, message: string): Error => Object.assign(new Error(message), { name });
