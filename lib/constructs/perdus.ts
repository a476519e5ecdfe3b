import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { reconnaitre } from './reconnaitre.ts';

/** Where what failed for good waits to be played again. */
export class Perdus extends Queue {
  constructor(scope: Construct, id: string) {
    // 14 days is what SQS allows at most.
    super(scope, id, { retentionPeriod: Duration.days(14), encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true });
    reconnaitre(this, 'AwsSolutions-SQS3', 'C’est elle-même la file des messages perdus.');
  }
}
