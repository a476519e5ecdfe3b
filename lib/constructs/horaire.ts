import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/**
 * Without `perdus`, a time that was missed is made up for by the next one. `dans`: at any minute of so many, so that the communes of an account do not ask all at once of what they share.
 */
type Props = { action: IFunction; quand: string; fuseau: string; perdus?: IQueue; dans?: number };

/** Wakes an action at the commune's own time. Written out, for CDK's target also grants every version of the function. */
export class Horaire extends Construct {
  constructor(scope: Construct, id: string, { action, quand, fuseau, perdus, dans }: Props) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    Grant.addToPrincipal({
      grantee: role,
      actions: ['lambda:InvokeFunction'],
      resourceArns: [action.functionArn],
    });
    if (perdus)
      Grant.addToPrincipal({ grantee: role, actions: ['sqs:SendMessage'], resourceArns: [perdus.queueArn] });
    new CfnSchedule(this, 'Horaire', {
      scheduleExpression: quand,
      scheduleExpressionTimezone: fuseau,
      flexibleTimeWindow: dans ? { mode: 'FLEXIBLE', maximumWindowInMinutes: dans } : { mode: 'OFF' },
      target: {
        arn: action.functionArn,
        roleArn: role.roleArn,
        ...(perdus && { deadLetterConfig: { arn: perdus.queueArn } }),
        retryPolicy: { maximumRetryAttempts: 5 },
      },
    });
  }
}
