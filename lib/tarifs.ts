type Proprietes = Record<string, unknown>;

/** What SQS asks for a request, in dollars. */
const REQUETE = 0.4e-6;
/** With a bound on what it does at once, a mapping keeps five readers on its queue, each waiting 20 s at a time (Lambda's guide). */
const LECTURES_AU_REPOS = (5 * 30 * 86_400) / 20;

const taille = (liste: unknown): number => (Array.isArray(liste) ? liste.length : 0);

/** Public list prices, in dollars a month, of what costs while nobody uses it. */
export const TARIFS: Record<string, (proprietes: Proprietes) => number> = {
  // CloudWatch bills each metric of an alarm, not the alarm.
  'AWS::CloudWatch::Alarm': ({ Metrics }) => 0.1 * Math.max(1, taille(Metrics)),
  'AWS::CloudWatch::CompositeAlarm': () => 0.5,
  'AWS::CloudWatch::Dashboard': () => 3,
  'AWS::KMS::Key': () => 1,
  // To read a stream of DynamoDB for Lambda is free; each empty reading of a queue is a request.
  'AWS::Lambda::EventSourceMapping': ({ StartingPosition }) =>
    StartingPosition ? 0 : REQUETE * LECTURES_AU_REPOS,
  'AWS::Route53::HostedZone': () => 0.5,
  'AWS::SecretsManager::Secret': () => 0.4,
  'AWS::WAFv2::WebACL': ({ Rules }) => 5 + taille(Rules),
};

/** What costs nothing until it is used: requests, storage and messages are paid by use. */
export const GRATUITS: ReadonlySet<string> = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CDK::Metadata',
  'AWS::CloudFormation::Stack',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::DynamoDB::GlobalTable',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Function',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SES::EmailIdentity',
  'AWS::SES::ReceiptRule',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::SSM::Parameter',
  'AWS::Scheduler::Schedule',
  'AWS::StepFunctions::StateMachine',
  'Custom::CDKBucketDeployment',
  'Custom::CrossRegionExportReader',
  'Custom::CrossRegionExportWriter',
]);
