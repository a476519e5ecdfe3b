/** What AWS allows by default in one account and region, of what a commune's stack takes. Figures are AWS's own pages. */
export type Quota = { quoi: string; max: number; source: string; types: readonly string[] };

/** Their current values in an account: `aws service-quotas list-service-quotas --service-code <service>`. */
export const QUOTAS: readonly Quota[] = [
  { quoi: 'rôles', max: 1000, source: 'IAM, « Roles per account »', types: ['AWS::IAM::Role'] },
  {
    quoi: 'politiques d’en-têtes',
    max: 20,
    source: 'CloudFront, « Response headers policies per AWS account »',
    types: ['AWS::CloudFront::ResponseHeadersPolicy'],
  },
  {
    quoi: 'distributions',
    max: 200,
    source: 'CloudFront, « Web distributions per AWS account »',
    types: ['AWS::CloudFront::Distribution'],
  },
  {
    quoi: 'fonctions de bord',
    max: 100,
    source: 'CloudFront Functions, « Functions per AWS account »',
    types: ['AWS::CloudFront::Function'],
  },
  {
    quoi: 'accès à une origine',
    max: 100,
    source: 'CloudFront, « Origin access controls per AWS account »',
    types: ['AWS::CloudFront::OriginAccessControl'],
  },
  {
    quoi: 'règles de réception',
    max: 200,
    source: 'SES, « Receipt rules per receipt rule set »',
    types: ['AWS::SES::ReceiptRule'],
  },
  {
    quoi: 'API',
    max: 600,
    source: 'API Gateway, « Regional APIs per Region »',
    types: ['AWS::ApiGatewayV2::Api'],
  },
  {
    quoi: 'piles',
    max: 2000,
    source: 'CloudFormation, « Stacks »',
    types: ['AWS::CloudFormation::Stack'],
  },
  {
    quoi: 'tables',
    max: 2500,
    source: 'DynamoDB, « Table-level limits »',
    types: ['AWS::DynamoDB::GlobalTable'],
  },
  {
    quoi: 'alarmes',
    max: 5000,
    source: 'CloudWatch, « Metric alarms »',
    types: ['AWS::CloudWatch::Alarm'],
  },
];

/** Of one template, nested or not (CloudFormation, « Resources »). */
export const RESSOURCES_PAR_GABARIT = 500;
/** Of one API (API Gateway, « Routes per API »). */
export const ROUTES_PAR_API = 300;
/** What Lambda runs at once in an account, and what must stay for the functions that reserve nothing. */
export const CONCURRENCE = { compte: 1000, libre: 500 };
