import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** Without `perdus`, a time that was missed is made up for by the next one. */
type Props = { action: IFunction; quand: string; fuseau: string; perdus?: IQueue };

/** Wakes an action at the commune's own time. Written out, for CDK's target also grants every version of the function. */
export class Horaire extends Construct {
  constructor(scope: Construct, id: string, { action, quand, fuseau, perdus }: Props) {
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
      // At any minute of these, so that the communes of an account do not ask all at once of what they share.
      flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: 180 },
      target: {
        arn: action.functionArn,
        roleArn: role.roleArn,
        ...(perdus && { deadLetterConfig: { arn: perdus.queueArn } }),
        retryPolicy: { maximumRetryAttempts: 5 },
      },
    });
  }
}
