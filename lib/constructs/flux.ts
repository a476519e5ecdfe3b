import { Duration, Stack } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Entree } from '../../functions/actions.ts';
import type { Commune } from '../../functions/commune/commune.ts';
import { EXPEDITION, LECTURE, PATIENCE } from '../../functions/platform/patience.ts';
import type { Fonction } from './fonction.ts';
import type { TableCommune } from './table.ts';

type Autour = { commune: Commune; table: TableCommune; perdusDe: (entree: Entree) => IQueue };
/** Who reads the stream, and the queues of what leaves, by that of what failed. */
export type Branche = { lecteur: Fonction; envois: ReadonlyMap<IQueue, IQueue> };
type Remise = { fonction: string } | { file: string };

/**
 * One function reads the table's stream, and hands each consumer its own: to Lambda's own queue, which costs nothing at
 * rest, or to a queue of SQS when it must not go faster than the commune may send. A consumer more changes no mapping.
 */
export const brancherFlux = (
  fonctions: readonly Fonction[],
  { commune, table, perdusDe }: Autour,
): Branche => {
  const lecteurs = fonctions.filter(({ entree }) => entree.contract.sur?.type === 'lecteur');
  const [lecteur] = lecteurs;
  if (!lecteur || lecteurs.length > 1)
    throw new Error(`Le flux de la table se lit une fois, et non ${lecteurs.length} : voyez le manifeste.`);
  const envois = new Map<IQueue, IQueue>();
  const consommateurs = fonctions.flatMap((fonction) => {
    const { sur } = fonction.entree.contract;
    if (sur?.type !== 'flux') return [];
    const perdus = perdusDe(fonction.entree);
    const file = sur.cadence ? enFile(fonction, { perdus, commune }) : undefined;
    if (file) envois.set(perdus, file);
    const remise = file ? parFile(lecteur, file) : parAppel(lecteur, fonction, perdus);
    return [{ voulus: sur.voulus, ...remise }];
  });
  lecteur.addEnvironment('CONSOMMATEURS', Stack.of(lecteur).toJsonString(consommateurs));
  lecteur.addEventSource(lire(table, perdusDe(lecteur.entree)));
  return { lecteur, envois };
};

/** Everything is read: what a filter names would have to change with each new consumer. */
const lire = (table: TableCommune, perdus: IQueue): DynamoEventSource =>
  new DynamoEventSource(table, {
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: LECTURE.lot,
    retryAttempts: LECTURE.essais,
    maxRecordAge: Duration.hours(LECTURE.heures),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: new SqsDlq(perdus),
  });

const parFile = (lecteur: Fonction, file: Queue): Remise => {
  accorder(lecteur, 'sqs:SendMessage', file.queueArn);
  return { file: file.queueUrl };
};

const parAppel = (lecteur: Fonction, fonction: Fonction, perdus: IQueue): Remise => {
  fonction.configureAsyncInvoke({
    onFailure: new SqsDestination(perdus),
    retryAttempts: PATIENCE.essais - 1,
  });
  accorder(lecteur, 'lambda:InvokeFunction', fonction.functionArn);
  return { fonction: fonction.functionArn };
};

const accorder = (grantee: Fonction, action: string, arn: string) =>
  Grant.addToPrincipal({ grantee, actions: [action], resourceArns: [arn] });

/** What AWS advises: six times what the function may take. */
const INVISIBLE = Duration.minutes(6);

type EnFile = { perdus: IQueue; commune: Commune };

const enFile = (fonction: Fonction, { perdus, commune }: EnFile): Queue => {
  const file = new Queue(fonction, 'File', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    visibilityTimeout: INVISIBLE,
    deadLetterQueue: { queue: perdus, maxReceiveCount: PATIENCE.essais },
  });
  fonction.addEventSource(
    new SqsEventSource(file, {
      batchSize: EXPEDITION.lot,
      maxConcurrency: EXPEDITION.ensemble,
      reportBatchItemFailures: true,
    }),
  );
  fonction.addEnvironment('FILE', file.queueUrl);
  fonction.addEnvironment('CADENCE', String(commune.echanges.envoisParSeconde / EXPEDITION.ensemble));
  return file;
};
