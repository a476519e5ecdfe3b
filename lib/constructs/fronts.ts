import { Aws, CfnOutput, Fn } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as FonctionDeBord,
  FunctionCode,
  FunctionEventType,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { EN_TETE_DU_FRONT } from '../../functions/platform/action.ts';
import { PARAMETRES_DU_COMPTE } from '../compte-stack.ts';
import { pageDe, politiqueDesPages } from '../fronts.ts';
import type { Socle } from '../socle.ts';
import type { Api } from './api.ts';
import { deposerPages } from './pages.ts';
import { reconnaitre } from './reconnaitre.ts';
import { Site } from './site.ts';

type Props = { socle: Socle; web: string; pareFeu?: string | undefined };

/** Both web fronts and the API under one address: no CORS, no token in JavaScript. */
export class Fronts extends Construct {
  constructor(scope: Construct, id: string, { socle, web, pareFeu }: Props) {
    super(scope, id);
    const { commune, api, depots, mot } = socle;
    const { certificat } = commune.deploiement;
    const site = new Site(this, 'Site');
    const viewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS;
    const distribution = new Distribution(this, 'Distribution', {
      comment: commune.nomComplet,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(pareFeu && { webAclId: pareFeu }),
      ...(certificat && {
        domainNames: [commune.domaine],
        certificate: Certificate.fromCertificateArn(this, 'Certificat', certificat),
      }),
      defaultBehavior: {
        viewerProtocolPolicy,
        responseHeadersPolicy: entetesDuCompte(this, 'entetes'),
        ...this.#pages(site),
      },
      additionalBehaviors: {
        '/api/*': {
          viewerProtocolPolicy,
          responseHeadersPolicy: entetesDuCompte(this, 'entetesDeLApi'),
          ...versApi(api, mot),
        },
      },
    });
    reconnaitreDistribution(distribution, { certificat, pareFeu });
    const seulesPieces = politiqueDesPages(`https://${depots.pieces.bucketRegionalDomainName}`);
    deposerPages(this, { site, web, commune, politique: seulesPieces });
    new CfnOutput(this, 'Adresse', { value: distribution.distributionDomainName });
  }

  #pages(site: Site): BehaviorOptions {
    const pages = new FonctionDeBord(this, 'Pages', { code: FunctionCode.fromInline(codePageDe) });
    return {
      origin: S3BucketOrigin.withOriginAccessControl(site),
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: pages }],
    };
  }
}

/** The headers that all the communes of the account share. */
const entetesDuCompte = (scope: Construct, nom: keyof typeof PARAMETRES_DU_COMPTE) =>
  ResponseHeadersPolicy.fromResponseHeadersPolicyId(
    scope,
    nom,
    StringParameter.valueForStringParameter(scope, PARAMETRES_DU_COMPTE[nom]),
  );

/** CloudFront runs the very function that the laptop runs. */
const codePageDe = `const pageDe = ${pageDe.toString()};
function handler(event) {
  event.request.uri = pageDe(event.request.uri);
  return event.request;
}`;

const versApi = ({ apiId }: Api, mot: string): BehaviorOptions => ({
  origin: new HttpOrigin(`${apiId}.execute-api.${Aws.REGION}.amazonaws.com`, {
    // The first word of the list; the functions admit them all, while one replaces another.
    customHeaders: { [EN_TETE_DU_FRONT]: Fn.select(0, Fn.split(',', mot)) },
  }),
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
});

const reconnaitreDistribution = (
  distribution: Distribution,
  { certificat, pareFeu }: { certificat: string | undefined; pareFeu: string | undefined },
): void => {
  reconnaitre(
    distribution,
    'AwsSolutions-CFR1',
    'Un habitant en voyage, ou parti à l’étranger, garde ses droits et ses demandes.',
  );
  reconnaitre(
    distribution,
    'AwsSolutions-CFR3',
    'Le journal de CloudFront garde les adresses IP et les chemins de chaque habitant ; l’API a le sien, sans donnée personnelle.',
  );
  if (!pareFeu)
    reconnaitre(
      distribution,
      'AwsSolutions-CFR2',
      'Un pare-feu coûte plusieurs dollars par mois : la commune le demande par « options.pareFeu » ; sinon le débit de l’API est borné.',
    );
  if (!certificat)
    reconnaitre(
      distribution,
      'AwsSolutions-CFR4',
      'Sans certificat, la distribution ne sert que par son nom cloudfront.net, dont AWS fixe le TLS : un premier déploiement, pas une mise en service.',
    );
};
