import { rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { S3Client } from '@aws-sdk/client-s3';
import S3rver from 's3rver';
import { CLES, REGION } from '../commun.ts';
import { ecouter } from '../ecoute.ts';

export type S3 = { adresse: string; client: S3Client; fermer(): Promise<void> };
type Options = {
  donnees: string;
  registre: DatabaseSync;
  buckets: readonly string[];
  origines: readonly string[];
};

/** Starts the S3 engine on its folder; browsers may PUT and GET from the given origins. */
export const ouvrirS3 = async ({ donnees, registre, buckets, origines }: Options): Promise<S3> => {
  const cors = reglesCors(origines);
  const moteur = new S3rver({
    directory: path.join(donnees, 's3'),
    silent: true,
    allowMismatchedSignatures: true,
    vhostBuckets: false,
    configureBuckets: buckets.map((name) => ({ name, configs: [cors] })),
  });
  // It warns at each start that the buckets exist already, which is what we want.
  moteur.logger.silent = true;
  garderLesDossiers(moteur);
  await moteur.configureBuckets();
  const servir = moteur.callback();
  const repondre: RequestListener = (requete, reponse) => {
    // Node writes the machine's time; the SDK would then sign with it and be refused once the clock has moved.
    reponse.setHeader('date', new Date().toUTCString());
    servir(requete, reponse);
  };
  const { port, fermer } = await ecouter(repondre, portConnu(registre)).catch(() => ecouter(repondre));
  registre.prepare("INSERT OR REPLACE INTO reglages VALUES ('port-s3', ?)").run(String(port));
  const adresse = `http://127.0.0.1:${port}`;
  const client = new S3Client({
    endpoint: adresse,
    region: REGION,
    credentials: CLES,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return {
    adresse,
    client,
    async fermer() {
      client.destroy();
      await fermer();
    },
  };
};

/**
 * Its own way also removes the folders that are left empty, even one where another file is about to be opened: nothing
 * listens to that failure, and the whole process ends.
 */
const garderLesDossiers = ({ store }: S3rver): void => {
  store.deleteObject = async (bucket, cle) => {
    const fichiers = FICHIERS.map((ressource) => store.getResourcePath(bucket, cle, ressource));
    await Promise.all(fichiers.map((fichier) => rm(fichier, { force: true })));
  };
};
const FICHIERS = ['object', 'object.md5', 'metadata.json'];

/** The same port as before, if it can be had: a page opened before a restart may still send its files there. */
const portConnu = (registre: DatabaseSync): number =>
  Number(registre.prepare("SELECT valeur FROM reglages WHERE nom = 'port-s3'").get()?.valeur ?? 0);

const reglesCors = (origines: readonly string[]): string =>
  `<CORSConfiguration>${origines.map((origine) => `<CORSRule><AllowedOrigin>${origine}</AllowedOrigin><AllowedMethod>PUT</AllowedMethod><AllowedMethod>GET</AllowedMethod><AllowedHeader>*</AllowedHeader><ExposeHeader>ETag</ExposeHeader><MaxAgeSeconds>600</MaxAgeSeconds></CORSRule>`).join('')}</CORSConfiguration>`;
