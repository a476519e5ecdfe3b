import { Duration, TimeZone } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Declencheur } from '../../functions/platform/action.ts';
import type { Socle } from '../socle.ts';
import type { Fonction } from './fonction.ts';

/** Long enough for a failure of SES or SNS to pass; then the record goes to the queue, and the rest of the shard goes on. */
const ESSAIS = { retryAttempts: 10, maxRecordAge: Duration.hours(6) };

type Reveil = Exclude<Declencheur, { type: 'machine' }>;

/** Ties an action that no one asks over HTTP to what wakes it; what fails for good goes to `perdus`. */
export const reveiller = (fonction: Fonction, sur: Reveil, { socle, perdus }: { socle: Socle; perdus: IQueue }): void => {
  if (sur.type !== 'flux') fonction.configureAsyncInvoke({ onFailure: new SqsDestination(perdus), retryAttempts: 2 });
  switch (sur.type) {
    case 'flux':
      fonction.addEventSource(flux(sur.items, { socle, perdus }));
      return;
    case 'horaire':
      new Schedule(fonction, 'Horaire', {
        schedule: ScheduleExpression.expression(sur.cron, TimeZone.of(socle.commune.fuseau)),
        target: new LambdaInvoke(fonction, { deadLetterQueue: perdus }),
        description: fonction.entree.contract.resume,
      });
      return;
    case 'courriel':
      socle.courrier.recevoir(socle.depots.courriels, fonction);
      return;
    case 'sms':
      socle.textos.entrants.addSubscription(new LambdaSubscription(fonction, { deadLetterQueue: perdus }));
      return;
    case 'remises':
      socle.courrier.remises.addSubscription(new LambdaSubscription(fonction, { deadLetterQueue: perdus }));
      return;
  }
};

const flux = (items: readonly string[], { socle, perdus }: { socle: Socle; perdus: IQueue }): DynamoEventSource => {
  const type = { type: { S: FilterRule.or(...items) } };
  return new DynamoEventSource(socle.table, {
    ...ESSAIS,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 10,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: new SqsDlq(perdus),
    // An item that appears or changes has a new image; one that vanishes has only an old one.
    filters: [FilterCriteria.filter({ dynamodb: { NewImage: type } }), FilterCriteria.filter({ dynamodb: { OldImage: type } })],
  });
};
