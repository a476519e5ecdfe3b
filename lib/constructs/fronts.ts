import { Aws, CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods, CachePolicy, Distribution, Function as FonctionDeBord, FunctionCode, FunctionEventType, HeadersFrameOption, HeadersReferrerPolicy,
  HttpVersion, OriginRequestPolicy, PriceClass, ResponseHeadersPolicy, ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { pageDe, politiqueDeContenu } from '../fronts.ts';
import type { Socle } from '../socle.ts';
import { deposerPages } from './pages.ts';
import { reconnaitre } from './reconnaitre.ts';

type Props = { socle: Socle; web: string; certificat?: string | undefined; pareFeu?: string | undefined };

/** Both web fronts and the API under one address: no CORS, no token in JavaScript. */
export class Fronts extends Construct {
  constructor(scope: Construct, id: string, { socle, web, certificat, pareFeu }: Props) {
    super(scope, id);
    const site = this.#site();
    const commun = { viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS, responseHeadersPolicy: this.#entetes(socle), compress: true };
    const distribution = new Distribution(this, 'Distribution', {
      comment: socle.commune.nomComplet,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(pareFeu && { webAclId: pareFeu }),
      ...(certificat && { domainNames: [socle.commune.domaine], certificate: Certificate.fromCertificateArn(this, 'Certificat', certificat) }),
      defaultBehavior: {
        ...commun,
        origin: S3BucketOrigin.withOriginAccessControl(site),
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: new FonctionDeBord(this, 'Pages', { code: FunctionCode.fromInline(codePageDe) }) }],
      },
      additionalBehaviors: {
        '/api/*': {
          ...commun,
          origin: new HttpOrigin(`${socle.api.apiId}.execute-api.${Aws.REGION}.amazonaws.com`),
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    });
    reconnaitre(distribution, 'AwsSolutions-CFR1', 'Un habitant en voyage, ou parti à l’étranger, garde ses droits et ses demandes.');
    if (!pareFeu) reconnaitre(distribution, 'AwsSolutions-CFR2', 'Un pare-feu coûte plusieurs dollars par mois : la commune le demande par « options.pareFeu » ; sinon le débit de l’API est borné.');
    reconnaitre(distribution, 'AwsSolutions-CFR3', 'Le journal de CloudFront garde les adresses IP et les chemins de chaque habitant ; l’API a le sien, sans donnée personnelle.');
    if (!certificat) reconnaitre(distribution, 'AwsSolutions-CFR4', 'Sans certificat, la distribution ne sert que par son nom cloudfront.net, dont AWS fixe le TLS : un premier déploiement, pas une mise en service.');
    deposerPages(this, { site, web, commune: socle.commune });
    new CfnOutput(this, 'Adresse', { value: distribution.distributionDomainName });
  }

  #site(): Bucket {
    const site = new Bucket(this, 'Site', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    reconnaitre(site, 'AwsSolutions-S1', 'Ce dépôt ne contient que des pages publiques, lues par CloudFront.');
    return site;
  }

  #entetes({ depots }: Socle): ResponseHeadersPolicy {
    const override = true;
    return new ResponseHeadersPolicy(this, 'Entetes', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: politiqueDeContenu(`https://${depots.pieces.bucketRegionalDomainName}`), override },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override },
        contentTypeOptions: { override },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override },
      },
    });
  }
}

/** CloudFront runs the very function that the laptop runs. */
const codePageDe = `const pageDe = ${pageDe.toString()};
function handler(event) {
  event.request.uri = pageDe(event.request.uri);
  return event.request;
}`;
