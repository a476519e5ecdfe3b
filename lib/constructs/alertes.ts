import { Aws, Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Entree } from '../../functions/actions.ts';
import type { Commune } from '../../functions/commune/commune.ts';
import { PATIENCE } from '../../functions/platform/patience.ts';
import { type NomConsommatrice, type NomPerte, perteDe, pertes } from '../pertes.ts';
import { Alarme } from './alarme.ts';
import type { Api } from './api.ts';
import { preterPourAnnoncer } from './chiffrement.ts';
import { Perdus } from './perdus.ts';

/** One failure may be a passing limit; this many in five minutes is people who are stuck. */
const PANNES = 3;
const PERIODE = Duration.minutes(5);
/** What failed is tried again by itself: an alarm is for what does not heal. */
const REPRISE = Duration.seconds(PATIENCE.reprise);
const REPRISES = 3;
const RETARD = Duration.minutes(15);

/** The commune's alarms, the queues that they watch, and who is told. */
export class Alertes extends Construct {
  readonly #sujet: Topic;
  readonly #commune: Commune;
  readonly #perdus = new Map<NomPerte, Perdus>();

  constructor(
    scope: Construct,
    id: string,
    { commune, chiffrement }: { commune: Commune; chiffrement: Key | undefined },
  ) {
    super(scope, id);
    this.#commune = commune;
    this.#sujet = new Topic(this, 'Sujet', {
      enforceSSL: true,
      displayName: `Parvis ${commune.nom}`,
      ...preterPourAnnoncer(chiffrement, 'cloudwatch.amazonaws.com'),
    });
    this.#sujet.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.#sujet.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    const { courrielAlertes } = commune.options;
    if (courrielAlertes) this.#sujet.addSubscription(new EmailSubscription(courrielAlertes));
  }

  /** The queue of what an action failed to do, under an alarm. */
  perdusDe({ nom }: Entree): Perdus {
    const perte = perteDe[nom as NomConsommatrice];
    const perdus = this.#perdus.get(perte) ?? new Perdus(this, perte);
    // The reader's own alarm rings long before it puts anything aside.
    if (!this.#perdus.has(perte) && perte !== 'flux')
      this.#sonner(
        perte,
        perdus.metricApproximateNumberOfMessagesVisible({ period: REPRISE, statistic: 'max' }),
        { periodes: REPRISES },
      );
    this.#perdus.set(perte, perdus);
    return perdus;
  }

  /** The queues of what failed. */
  get perdus(): IQueue[] {
    return [...this.#perdus.values()];
  }

  veillerPages(api: Api): void {
    this.#sonner('pages', api.metricServerError({ period: PERIODE, statistic: 'sum' }), { seuil: PANNES });
  }

  /** A record that waits this long is many people who wait. */
  veillerFlux(lecteur: IFunction): void {
    this.#sonner('flux', lecteur.metric('IteratorAge', { period: PERIODE, statistic: 'max' }), {
      seuil: RETARD.toMilliseconds(),
    });
  }

  veillerMachine(machine: StateMachine): void {
    this.#sonner('veilles', machine.metricFailed({ period: PERIODE, statistic: 'sum' }));
  }

  #sonner(perte: NomPerte, metrique: IMetric, quand: { seuil?: number; periodes?: number } = {}): void {
    new Alarme(this, perte, {
      metrique,
      ...quand,
      perte: pertes[perte],
      alertes: this.#sujet,
      commune: this.#commune.nom,
    });
  }
}
