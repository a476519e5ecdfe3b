// The thread in which the functions of one commune run: its own environment, the shared clock, the Lambda handlers.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { decaler } from './horloge.ts';

/** What goes in and what comes back is JSON, as for Lambda; as text it also crosses threads in one piece. */
export type Appel = { id: number; nom: string; fichier: string; evenement: string; delai: number };
export type Retour =
  | { id: number; resultat: string }
  | { id: number; erreur: { name: string; message: string; stack: string } };
type Handler = (evenement: unknown, contexte: unknown) => Promise<unknown>;

const { horloge, racine, commune } = workerData as {
  horloge: SharedArrayBuffer;
  racine: string;
  commune: string;
};
decaler(horloge);

/** A log line is a message to the main thread: those of the same instant go together. */
const { stdout } = process;
const ecrire = stdout.write.bind(stdout);
stdout.write = ((...dit: Parameters<typeof ecrire>) => {
  if (stdout.writableCorked === 0) {
    stdout.cork();
    setImmediate(() => stdout.uncork());
  }
  return ecrire(...dit);
}) as typeof stdout.write;

const charges = new Map<string, Promise<Handler>>();
const charger = (fichier: string): Promise<Handler> => {
  const connu = charges.get(fichier);
  if (connu) return connu;
  const module = import(pathToFileURL(path.resolve(racine, fichier)).href) as Promise<{ handler: Handler }>;
  const handler = module.then((exporte) => exporte.handler);
  charges.set(fichier, handler);
  return handler;
};

const contexteDe = ({ nom, delai }: Appel) => {
  const fin = performance.now() + delai;
  const functionName = `parvis-${commune}-${nom}`;
  return {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-west-3:000000000000:function:${functionName}`,
    memoryLimitInMB: '512',
    awsRequestId: crypto.randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, fin - performance.now()),
  };
};

const enErreur = (erreur: unknown) =>
  erreur instanceof Error
    ? { name: erreur.name, message: erreur.message, stack: erreur.stack ?? '' }
    : { name: 'Error', message: String(erreur), stack: '' };

parentPort?.on('message', async (appel: Appel) => {
  const repondre = (retour: Retour) => parentPort?.postMessage(retour);
  try {
    const handler = await charger(appel.fichier);
    const resultat = await handler(JSON.parse(appel.evenement), contexteDe(appel));
    repondre({ id: appel.id, resultat: JSON.stringify(resultat) ?? 'null' });
  } catch (erreur) {
    repondre({ id: appel.id, erreur: enErreur(erreur) });
  }
});
