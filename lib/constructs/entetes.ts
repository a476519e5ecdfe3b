import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { politiqueDeContenu } from '../fronts.ts';

const override = true;

/** The security headers of every page and answer. */
export class Entetes extends ResponseHeadersPolicy {
  constructor(scope: Construct, id: string, pieces: Bucket) {
    const contentSecurityPolicy = politiqueDeContenu(`https://${pieces.bucketRegionalDomainName}`);
    super(scope, id, {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),

          override,
        },
        contentTypeOptions: { override },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override },
      },
    });
  }
}
