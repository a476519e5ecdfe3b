import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

type Props = { action: IFunction; cron: string; fuseau: string; perdus: IQueue };

/** Wakes an action at the commune's own time. Written out, for CDK's target also grants every version of the function. */
export class Horaire extends Construct {
  constructor(scope: Construct, id: string, { action, cron, fuseau, perdus }: Props) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    Grant.addToPrincipal({
      grantee: role,
      actions: ['lambda:InvokeFunction'],
      resourceArns: [action.functionArn],
    });
    Grant.addToPrincipal({ grantee: role, actions: ['sqs:SendMessage'], resourceArns: [perdus.queueArn] });
    new CfnSchedule(this, 'Horaire', {
      scheduleExpression: cron,
      scheduleExpressionTimezone: fuseau,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: action.functionArn,
        roleArn: role.roleArn,
        deadLetterConfig: { arn: perdus.queueArn },
        retryPolicy: { maximumRetryAttempts: 5 },
      },
    });
  }
}
