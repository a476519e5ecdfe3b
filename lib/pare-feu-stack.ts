import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

/** Requests of one address in five minutes: a whole town hall behind one address stays below. */
const REQUETES = 2000;

/** The firewall of a commune that asks for one: CloudFront only takes it from us-east-1, so it is a stack of its own. */
export class PareFeuStack extends Stack {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const pareFeu = new CfnWebACL(this, 'PareFeu', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: mesures('pare-feu'),
      rules: [
        {
          name: 'debit',
          priority: 1,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: REQUETES, aggregateKeyType: 'IP' } },
          visibilityConfig: mesures('debit'),
        },
        {
          name: 'attaques-connues',
          priority: 2,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesKnownBadInputsRuleSet' },
          },
          visibilityConfig: mesures('attaques-connues'),
        },
      ],
    });
    this.arn = pareFeu.attrArn;
  }
}

/** Sampled requests would keep addresses and paths of people. */
const mesures = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: false,
});
