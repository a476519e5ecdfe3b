import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { CfnStage, HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct, IDependable } from 'constructs';
import { journal } from './journaux.ts';

/** Far above what a commune meets, low enough that a flood costs cents. */
const DEBIT = { rateLimit: 50, burstLimit: 100 };

/** Each route of the public site has its own, so that a flood of one stops neither the others nor the agents. */
// CloudFormation takes this map as it is: its words keep their capitals.
const DEBIT_PUBLIC = { ThrottlingRateLimit: 25, ThrottlingBurstLimit: 50 };

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
  readonly #etage: HttpStage;

  constructor(scope: Construct, id: string, slug: string) {
    super(scope, id, { createDefaultStage: false, description: 'Les actions de la commune' });
    const acces = journal(this, 'Journal', `/aws/vendedlogs/parvis/${slug}/api`);
    this.#etage = new HttpStage(this, 'Etage', {
      httpApi: this,
      stageName: '$default',
      autoDeploy: true,
      throttle: DEBIT,
      accessLogSettings: { destination: new LogGroupLogDestination(acces), format: LIGNE },
    });
  }
  /** Routes that anyone, or any habitant, may ask; a stage knows a route only once it is there. */
  borner(routes: readonly string[], apres: readonly IDependable[]): void {
    const etage = this.#etage.node.defaultChild;
    if (!(etage instanceof CfnStage)) throw new Error('un étage sans ressource');
    etage.routeSettings = Object.fromEntries(routes.map((route) => [route, DEBIT_PUBLIC]));
    this.#etage.node.addDependency(...apres);
  }
}
