import { Stack, type StackProps } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { Entetes } from './constructs/entetes.ts';
import { POLITIQUE_DE_L_API, politiqueDeContenu } from './fronts.ts';

/** Where a commune's stack finds what its account's stack has made. */
export const PARAMETRES_DU_COMPTE = {
  entetes: '/parvis/compte/entetes',
  entetesDeLApi: '/parvis/compte/entetes-de-l-api',
} as const;

/**
 * What the communes of one account share, because AWS gives an account only twenty of them: the security headers. They let
 * pages reach any bucket of the region; each page says in its own head which one is the commune's, and a browser obeys both.
 */
export class CompteStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { description: 'Parvis : ce que les communes d’un compte partagent', ...props });
    const politiques = {
      entetes: politiqueDeContenu(`https://*.s3.${this.region}.${this.urlSuffix}`),
      entetesDeLApi: POLITIQUE_DE_L_API,
    };
    for (const [nom, politique] of Object.entries(politiques))
      new StringParameter(this, `parametre-${nom}`, {
        parameterName: PARAMETRES_DU_COMPTE[nom as keyof typeof politiques],
        stringValue: new Entetes(this, nom, politique).responseHeadersPolicyId,
      });
  }
}
