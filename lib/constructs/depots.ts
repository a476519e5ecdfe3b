import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { reconnaitre } from './reconnaitre.ts';

/** An erased file stays recoverable for this long, then is really gone. */
const REPENTIR = Duration.days(30);
/** A file that was sent and never looked at goes by itself. */
const JAMAIS_PRIS = Duration.days(2);
const EFFACEMENT = [
  {
    noncurrentVersionExpiration: REPENTIR,
    expiredObjectDeleteMarker: true,
    abortIncompleteMultipartUploadAfter: Duration.days(1),
  },
];

/** What the commune keeps as files: the pièces of the demandes, the mails as they arrived. */
export class Depots extends Construct {
  readonly pieces: Bucket;
  readonly courriels: Bucket;

  constructor(
    scope: Construct,
    id: string,
    { adresse, chiffrement }: { adresse: string; chiffrement?: IKey | undefined },
  ) {
    super(scope, id);
    this.pieces = new Prive(this, 'Pieces', {
      ...chiffre(chiffrement),
      lifecycleRules: [...EFFACEMENT, { prefix: 'attente/', expiration: JAMAIS_PRIS }],
      cors: [
        {
          allowedOrigins: [adresse],
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
          allowedHeaders: ['*'],
          maxAge: 3600,
        },
      ],
    });
    this.courriels = new Prive(this, 'Courriels', chiffre(chiffrement));
    chiffrement?.grantEncrypt(new ServicePrincipal('ses.amazonaws.com'));
  }
}

const chiffre = (encryptionKey?: IKey): BucketProps =>
  encryptionKey
    ? { encryption: BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true }
    : { encryption: BucketEncryption.S3_MANAGED };

/** A bucket that nobody reads without a grant, over TLS, and that survives its stack. */
class Prive extends Bucket {
  constructor(scope: Construct, id: string, props: BucketProps) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: EFFACEMENT,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      ...props,
    });
    reconnaitre(
      this,
      'AwsSolutions-S1',
      'Un journal des accès garderait des adresses IP et des noms de fichiers ; chaque lecture d’un agent laisse déjà un fait que l’usager voit.',
    );
  }
}
