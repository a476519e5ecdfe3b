import { Duration, Tags } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { NomPerte } from '../pertes.ts';
import { reconnaitre } from './reconnaitre.ts';

/** Where what failed for good waits to be played again. */
export class Perdus extends Queue {
  constructor(scope: Construct, perte: NomPerte) {
    // 14 days is what SQS allows at most.
    super(scope, `perdus-${perte}`, {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    Tags.of(this).add('perte', perte);
    reconnaitre(this, 'AwsSolutions-SQS3', 'C’est elle-même la file des messages perdus.');
  }
}
