import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { disposition } from './telechargement.ts';

let client: S3Client | undefined;
const s3 = (): S3Client => {
  // A presigned address must not carry the checksum of an empty body.
  client ??= new S3Client({
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return client;
};

/** Long enough to send ten photos on a slow phone; short enough that a copied link dies. Seconds. */
const DUREE_ENVOI = 900;
const DUREE_LECTURE = 60;

export type Fichier = { nom: string; type: string };

/** A bucket: addresses to send to and read from, and what the functions themselves look at. */
export const coffre = (seau: string) => ({
  /** The type and the size are signed: nothing else may be sent to this address. */
  adresseEnvoi: (cle: string, { type, octets }: { type: string; octets: number }): Promise<string> =>
    getSignedUrl(
      s3(),
      new PutObjectCommand({ Bucket: seau, Key: cle, ContentType: type, ContentLength: octets }),
      {
        expiresIn: DUREE_ENVOI,
        signableHeaders: new Set(['content-type', 'content-length']),
      },
    ),
  adresseLecture: (cle: string, { nom, type }: Fichier): Promise<string> =>
    getSignedUrl(
      s3(),
      new GetObjectCommand({
        Bucket: seau,
        Key: cle,
        ResponseContentType: type,
        ResponseCacheControl: 'no-store',
        ResponseContentDisposition: disposition({ nom, type }),
      }),
      { expiresIn: DUREE_LECTURE },
    ),
  /** Size, mark and first bytes of an object; undefined when there is none. */
  entete: (cle: string, octets: number): Promise<Entete | undefined> =>
    regarder(seau, cle, octets).catch(siAbsent),
  /** Moves an object, if it is still the one that was looked at. */
  deplacer: async (de: string, vers: string, marque: string | undefined): Promise<void> => {
    await s3().send(
      new CopyObjectCommand({
        Bucket: seau,
        CopySource: `${seau}/${de}`,
        Key: vers,
        ...(marque && { CopySourceIfMatch: marque }),
      }),
    );
    await s3().send(new DeleteObjectCommand({ Bucket: seau, Key: de }));
  },
  /** The keys below a folder, all of them. */
  lister: async (dossier: string): Promise<string[]> => {
    const cles: string[] = [];
    for await (const page of paginateListObjectsV2({ client: s3() }, { Bucket: seau, Prefix: dossier }))
      cles.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key ? [Key] : [])));
    return cles;
  },
  lire: async (cle: string): Promise<Uint8Array> => {
    const { Body } = await s3().send(new GetObjectCommand({ Bucket: seau, Key: cle }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  },
  ecrire: async (cle: string, octets: Uint8Array, type: string): Promise<void> => {
    await s3().send(new PutObjectCommand({ Bucket: seau, Key: cle, Body: octets, ContentType: type }));
  },
  effacer: async (cle: string): Promise<void> => {
    await s3().send(new DeleteObjectCommand({ Bucket: seau, Key: cle }));
  },
});

export type Entete = { taille: number; marque: string | undefined; debut: Uint8Array };

const regarder = async (seau: string, cle: string, octets: number): Promise<Entete> => {
  const { ContentLength: taille = 0, ETag: marque } = await s3().send(
    new HeadObjectCommand({ Bucket: seau, Key: cle }),
  );
  if (taille === 0) return { taille, marque, debut: new Uint8Array() };
  const { Body } = await s3().send(
    new GetObjectCommand({ Bucket: seau, Key: cle, Range: `bytes=0-${Math.min(octets, taille) - 1}` }),
  );
  return { taille, marque, debut: (await Body?.transformToByteArray()) ?? new Uint8Array() };
};

const siAbsent = (erreur: unknown): undefined => {
  if (!(erreur instanceof Error) || !['NotFound', 'NoSuchKey'].includes(erreur.name)) throw erreur;
};
