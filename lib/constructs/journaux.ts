import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** Technical logs are kept six months to a year (CNIL, délibération n° 2021-122); the shorter, for they hold addresses. */
const GARDE_DES_JOURNAUX = RetentionDays.SIX_MONTHS;

/**
 * A group of logs, named by the commune. `/aws/vendedlogs/` for what an AWS service writes itself: elsewhere each group adds
 * a line to one policy of the account, of 5,120 characters at most.
 */
export const journal = (scope: Construct, id: string, logGroupName: string): LogGroup =>
  new LogGroup(scope, id, {
    logGroupName,
    retention: GARDE_DES_JOURNAUX,
    removalPolicy: RemovalPolicy.DESTROY,
  });
