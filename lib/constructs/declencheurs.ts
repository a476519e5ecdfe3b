import { Duration } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { type ITopic, Subscription, SubscriptionProtocol } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Declencheur } from '../../functions/platform/action.ts';
import type { Socle } from '../socle.ts';
import type { Fonction } from './fonction.ts';
import { Horaire } from './horaire.ts';

/** Long enough for a failure of SES or SNS to pass; then the record goes to the queue, and the rest of the shard goes on. */
const ESSAIS = { retryAttempts: 30, maxRecordAge: Duration.hours(6) };

type Reveil = Exclude<Declencheur, { type: 'machine' }>;

/** Ties an action that no one asks over HTTP to what wakes it; what fails for good goes to `perdus`. */
export const reveiller = (
  fonction: Fonction,
  sur: Reveil,
  { socle, perdus }: { socle: Socle; perdus: IQueue },
): void => {
  if (sur.type !== 'flux')
    fonction.configureAsyncInvoke({ onFailure: new SqsDestination(perdus), retryAttempts: 2 });
  switch (sur.type) {
    case 'flux':
      fonction.addEventSource(flux(sur.items, { socle, perdus }));
      return;
    case 'horaire':
      new Horaire(fonction, 'Horaire', {
        action: fonction,
        cron: sur.cron,
        fuseau: socle.commune.fuseau,
        perdus,
      });
      return;
    case 'courriel':
      socle.courrier.recevoir(socle.depots.courriels, fonction);
      return;
    case 'sms':
      abonner(fonction, socle.textos.entrants, perdus);
      return;
    case 'remises':
      abonner(fonction, socle.courrier.remises, perdus);
      return;
  }
};

/** Written out, for CDK's own subscription makes a nested stack wait for its parent. */
const abonner = (fonction: Fonction, topic: ITopic, deadLetterQueue: IQueue): void => {
  fonction.addPermission('Sujet', {
    principal: new ServicePrincipal('sns.amazonaws.com'),
    sourceArn: topic.topicArn,
  });
  new Subscription(fonction, 'Abonnement', {
    topic,
    protocol: SubscriptionProtocol.LAMBDA,
    endpoint: fonction.functionArn,
    deadLetterQueue,
  });
};

const flux = (
  items: readonly string[],
  { socle, perdus }: { socle: Socle; perdus: IQueue },
): DynamoEventSource => {
  const type = { type: { S: FilterRule.or(...items) } };
  return new DynamoEventSource(socle.table, {
    ...ESSAIS,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 10,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: new SqsDlq(perdus),
    // An item that appears or changes has a new image; one that vanishes has only an old one.
    filters: [
      FilterCriteria.filter({ dynamodb: { NewImage: type } }),
      FilterCriteria.filter({ dynamodb: { OldImage: type } }),
    ],
  });
};
