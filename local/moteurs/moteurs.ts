import type { DatabaseSync } from 'node:sqlite';
import type { Declencheur } from '../../functions/platform/action.ts';
import { bucketDesCourriels, bucketDesPieces, fileDesRebuts, tableDe } from '../commun.ts';
import { elaguerFlux } from '../flux/flux.ts';
import type { Manifeste } from '../fonctions.ts';
import { type Dynamo, ouvrirDynamo } from './dynamo.ts';
import { type Files, ouvrirFiles } from './files.ts';
import { ouvrirS3, type S3 } from './s3.ts';

export type Moteurs = {
  dynamo: Dynamo;
  s3: S3;
  files: Files;
  compterRebuts(slug: string): number;
  fermer(): Promise<void>;
};
type Options = {
  donnees: string;
  slugs: readonly string[];
  manifeste: Manifeste;
  registre: DatabaseSync;
  origines: readonly string[];
};

/** What events wake without anyone waiting for the answer: their failures go to a dead-letter queue. */
const SANS_TEMOIN: readonly (Declencheur['type'] | undefined)[] = ['flux', 'courriel', 'sms', 'remises'];

/** Starts the engines of others: DynamoDB, S3, SQS and SNS topics. */
export const ouvrirMoteurs = async ({
  donnees,
  slugs,
  manifeste,
  registre,
  origines,
}: Options): Promise<Moteurs> => {
  const consommateurs = manifeste.entrees.filter(({ contract }) => SANS_TEMOIN.includes(contract.sur?.type));
  const rebutsDe = (slug: string) => consommateurs.map(({ nom }) => fileDesRebuts(slug, nom));
  const [dynamo, s3, files] = await Promise.all([
    ouvrirDynamo(donnees, slugs.map(tableDe)),
    ouvrirS3({
      donnees,
      registre,
      buckets: slugs.flatMap((slug) => [bucketDesPieces(slug), bucketDesCourriels(slug)]),
      origines,
    }),
    ouvrirFiles(donnees, slugs.flatMap(rebutsDe)),
  ]);
  elaguerFlux(
    dynamo.base,
    registre,
    slugs.length * consommateurs.filter(({ contract }) => contract.sur?.type === 'flux').length,
  );
  const fermer = async () => {
    await Promise.all([dynamo.fermer(), s3.fermer(), files.fermer()]);
  };
  const compterRebuts = (slug: string) =>
    rebutsDe(slug).reduce((total, file) => total + files.compter(file), 0);
  return { dynamo, s3, files, compterRebuts, fermer };
};
