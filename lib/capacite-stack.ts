import { NestedStack } from 'aws-cdk-lib';
import { type HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Entree } from '../functions/actions.ts';
import type { Profil, Route } from '../functions/platform/action.ts';
import { reveiller } from './constructs/declencheurs.ts';
import { Fonction } from './constructs/fonction.ts';
import { reconnaitre } from './constructs/reconnaitre.ts';
import type { Socle } from './socle.ts';

type Props = { socle: Socle; entrees: readonly Entree[]; perdusDe: (entree: Entree) => IQueue };

/** One capability's actions: their functions, their routes, what wakes them. Nested, for a stack holds 500 resources. */
export class CapaciteStack extends NestedStack {
  readonly fonctions: Fonction[];

  constructor(scope: Construct, id: string, { socle, entrees, perdusDe }: Props) {
    super(scope, id);
    this.fonctions = entrees.map((entree) => {
      const fonction = new Fonction(this, socle, entree);
      const { route, par } = entree.contract;
      if (route) ouvrir(fonction, { route, par, socle });
      else reveiller(fonction, { socle, perdusDe });
      return fonction;
    });
  }
}

const ouvrir = (
  fonction: Fonction,
  { route, par, socle }: { route: Route; par: readonly Profil[]; socle: Socle },
): void => {
  const [methode, chemin] = route.split(' ') as [HttpMethod, `/${string}`];
  const porte = new HttpRoute(fonction, 'Route', {
    httpApi: socle.api,
    routeKey: HttpRouteKey.with(`/api${chemin}`, methode),
    integration: new HttpLambdaIntegration('Integration', fonction),
  });
  reconnaitre(
    porte,
    'AwsSolutions-APIG4',
    `L’action vérifie elle-même, avant toute lecture, que la session est de ce profil : ${par.join(', ')}.`,
  );
};
