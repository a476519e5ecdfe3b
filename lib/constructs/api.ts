import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** Far above what a commune meets, low enough that a flood costs cents. */
const DEBIT = { rateLimit: 50, burstLimit: 100 };

/** No address, no query string, no path: a path holds references; its template does not. */
const LIGNE = AccessLogFormat.custom(
  JSON.stringify({
    le: '$context.requestTime',
    requete: '$context.requestId',
    route: '$context.routeKey',
    statut: '$context.status',
    ms: '$context.responseLatency',
    panne: '$context.integrationErrorMessage',
  }),
);

/** The commune's HTTP API; each action adds its own route. */
export class Api extends HttpApi {
  constructor(scope: Construct, id: string) {
    super(scope, id, { createDefaultStage: false, description: 'Les actions de la commune' });
    const journal = new LogGroup(this, 'Journal', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Etage', {
      httpApi: this,
      stageName: '$default',
      autoDeploy: true,
      throttle: DEBIT,
      accessLogSettings: { destination: new LogGroupLogDestination(journal), format: LIGNE },
    });
  }
}
