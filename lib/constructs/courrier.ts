import { Aws, CfnOutput } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  ReceiptRule,
  ReceiptRuleSet,
} from 'aws-cdk-lib/aws-ses';
import { Lambda, S3 } from 'aws-cdk-lib/aws-ses-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { preterPourAnnoncer } from './chiffrement.ts';

/** What tells whether a mail has left, or come back. */
const REMISES = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
];

/** SES allows one active rule set per account and region: communes add their rule to it, and share nothing else. */
export const JEU_DE_REGLES = 'parvis';

/** The commune's mail, both ways: it signs for its domain, hears what became of each mail, and keeps what comes in. */
export class Courrier extends Construct {
  readonly remises: Topic;
  readonly reglage: ConfigurationSet;
  readonly #identite: EmailIdentity;
  readonly #domaine: string;

  constructor(
    scope: Construct,
    id: string,
    { domaine, chiffrement }: { domaine: string; chiffrement: Key | undefined },
  ) {
    super(scope, id);
    this.#domaine = domaine;
    const cle = preterPourAnnoncer(chiffrement, 'ses.amazonaws.com');
    this.remises = new Topic(this, 'Remises', { enforceSSL: true, ...cle });
    this.reglage = new ConfigurationSet(this, 'Reglage', { reputationMetrics: true });
    this.reglage.addEventDestination('VersRemises', {
      destination: EventDestination.snsTopic(this.remises),
      events: REMISES,
    });
    this.#identite = new EmailIdentity(this, 'Identite', {
      identity: Identity.domain(domaine),
      configurationSet: this.reglage,
      feedbackForwarding: false,
    });
    for (const [i, { name, value }] of this.#identite.dkimRecords.entries())
      new CfnOutput(this, `Dkim${i + 1}`, { value: `${name} CNAME ${value}` });
    new CfnOutput(this, 'Mx', { value: `${domaine} MX 10 inbound-smtp.${Aws.REGION}.amazonaws.com` });
  }

  accorderEnvoi(grantee: IGrantable): void {
    const reglage = `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:configuration-set/${this.reglage.configurationSetName}`;
    Grant.addToPrincipal({
      grantee,
      actions: ['ses:SendEmail'],
      resourceArns: [this.#identite.emailIdentityArn, reglage],
    });
  }

  /** Keeps each mail as `entrants/<messageId>` before anyone treats it, then wakes the action. */
  recevoir(bucket: Bucket, action: IFunction): void {
    new ReceiptRule(this, 'Entree', {
      ruleSet: ReceiptRuleSet.fromReceiptRuleSetName(this, 'Jeu', JEU_DE_REGLES),
      recipients: [this.#domaine],
      scanEnabled: true,
      actions: [new S3({ bucket, objectKeyPrefix: 'entrants/' }), new Lambda({ function: action })],
    });
  }
}
