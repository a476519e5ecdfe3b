import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { ENTETES_DU_SITE } from '../fronts.ts';

const override = true;

/** The security headers of every page, or of every answer of the API. */
export class Entetes extends ResponseHeadersPolicy {
  constructor(scope: Construct, id: string, contentSecurityPolicy: string) {
    super(scope, id, {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override },
        contentTypeOptions: { override },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override },
      },
      customHeadersBehavior: {
        customHeaders: Object.entries(ENTETES_DU_SITE).map(([header, value]) => ({
          header,
          value,
          override,
        })),
      },
    });
  }
}
