import { Aws, CfnOutput } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { preterPourAnnoncer } from './chiffrement.ts';

/** The commune's SMS, both ways. The operator points its number to `entrants` (docs/runbook.md). */
export class Textos extends Construct {
  readonly entrants: Topic;

  constructor(scope: Construct, id: string, chiffrement?: Key) {
    super(scope, id);
    const cle = preterPourAnnoncer(chiffrement, 'sms-voice.amazonaws.com');
    this.entrants = new Topic(this, 'Entrants', { enforceSSL: true, ...cle });
    this.entrants.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.entrants.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    new CfnOutput(this, 'SujetSmsEntrants', { value: this.entrants.topicArn });
  }

  /** A phone number has no ARN: the right to text it is the right to publish anywhere but to a topic. */
  accorderEnvoi({ grantPrincipal }: IGrantable): void {
    grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['sns:Publish'], notResources: [`arn:${Aws.PARTITION}:sns:*:*:*`] }),
    );
  }
}
