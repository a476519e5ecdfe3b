import path from 'node:path';
import type { CommuneChargee } from '../lib/communes.ts';
import { ecrireFiche } from '../lib/fiche.ts';
import { bucketDesCourriels, bucketDesPieces, CLES, machineDe, REGION, tableDe } from './commun.ts';

export type Adresses = {
  dynamo: string;
  s3: string;
  files: string;
  proconnect: string;
  franceconnect: string;
  guichet(service: string, commune: string): string;
};

export const secretDe = (slug: string, quoi: 'proconnect' | 'franceconnect' | 'attestations'): string =>
  `/parvis/${slug}/${quoi}`;

/** One machine plays a whole town, from one address. */
const LARGESSE = '1000';

/** Where a commune answers, the address to show first. Plain `localhost` is the first commune. */
export const adressesDe =
  (slugs: readonly string[], port: number) =>
  (slug: string): string[] => [
    ...(slug === slugs[0] ? [`http://localhost:${port}`] : []),
    `http://${slug}.localhost:${port}`,
  ];

/** The environment that a commune's functions find, as its stack would set it. Writes the commune's file beside. */
export const environnementDe = (
  chargee: CommuneChargee,
  options: { donnees: string; adresses: Adresses; origines: readonly string[]; mot: string },
): Record<string, string> => {
  const {
    donnees,
    adresses: { dynamo, s3, files, proconnect, franceconnect, guichet },
    origines,
    mot,
  } = options;
  const { slug } = chargee.commune;
  const fichier = ecrireFiche(path.join(donnees, 'communes', slug), chargee);
  return {
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: CLES.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CLES.secretAccessKey,
    // Nothing of this machine's own AWS account may be read, let alone used.
    AWS_CONFIG_FILE: path.join(donnees, 'aucun'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(donnees, 'aucun'),
    AWS_EC2_METADATA_DISABLED: 'true',
    // The S3 engine keeps the SDK's streamed checksums as if they were the file.
    AWS_REQUEST_CHECKSUM_CALCULATION: 'WHEN_REQUIRED',
    AWS_RESPONSE_CHECKSUM_VALIDATION: 'WHEN_REQUIRED',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo,
    AWS_ENDPOINT_URL_S3: s3,
    AWS_ENDPOINT_URL_SQS: files,
    AWS_ENDPOINT_URL_SNS: guichet('sns', slug),
    AWS_ENDPOINT_URL_SESV2: guichet('ses', slug),
    AWS_ENDPOINT_URL_SSM: guichet('ssm', slug),
    AWS_ENDPOINT_URL_SFN: guichet('states', slug),
    TABLE: tableDe(slug),
    PIECES: bucketDesPieces(slug),
    COURRIELS: bucketDesCourriels(slug),
    COMMUNE: fichier,
    ADRESSE: origines.join(','),
    VEILLE: machineDe(slug),
    SES_CONFIGURATION: `parvis-${slug}`,
    BORD: mot,
    LIMITES: process.env.PARVIS_LIMITES ?? LARGESSE,
    // The stand-ins of the providers are on this machine, where nothing is encrypted.
    EMETTEURS_EN_CLAIR: 'oui',
    PROCONNECT_EMETTEUR: proconnect,
    PROCONNECT_SECRET: secretDe(slug, 'proconnect'),
    FRANCECONNECT_EMETTEUR: franceconnect,
    FRANCECONNECT_SECRET: secretDe(slug, 'franceconnect'),
    ATTESTATIONS_SECRET: secretDe(slug, 'attestations'),
  };
};
