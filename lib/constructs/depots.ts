import { Duration, Names, RemovalPolicy } from 'aws-cdk-lib';
import { Grant, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { accorderChiffrement, accorderDechiffrement } from './chiffrement.ts';
import { reconnaitre } from './reconnaitre.ts';

/** An erased file stays recoverable for this long, then is really gone. */
const REPENTIR = Duration.days(30);
const EFFACEMENT = [
  { noncurrentVersionExpiration: REPENTIR, expiredObjectDeleteMarker: true, abortIncompleteMultipartUploadAfter: Duration.days(1) },
];

/** What the commune keeps as files: the pièces of the demandes, the mails as they arrived. */
export class Depots extends Construct {
  readonly pieces: Bucket;
  readonly courriels: Bucket;

  constructor(scope: Construct, id: string, { adresse, chiffrement }: { adresse: string; chiffrement?: IKey | undefined }) {
    super(scope, id);
    this.pieces = new Prive(this, 'Pieces', {
      ...chiffre(chiffrement),
      cors: [{ allowedOrigins: [adresse], allowedMethods: [HttpMethods.PUT, HttpMethods.GET], allowedHeaders: ['*'], maxAge: 3600 }],
    });
    this.courriels = new Prive(this, 'Courriels', chiffre(chiffrement));
    chiffrement?.grantEncrypt(new ServicePrincipal('ses.amazonaws.com'));
  }
}

const chiffre = (encryptionKey?: IKey): BucketProps =>
  encryptionKey ? { encryption: BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true } : { encryption: BucketEncryption.S3_MANAGED };

/** A bucket that nobody reads without a grant, over TLS, and that survives its stack. */
class Prive extends Bucket {
  constructor(scope: Construct, id: string, props: BucketProps) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: EFFACEMENT,
      removalPolicy: RemovalPolicy.RETAIN,
      ...props,
    });
    reconnaitre(this, 'AwsSolutions-S1', 'Un journal des accès garderait des adresses IP et des noms de fichiers ; chaque lecture d’un agent laisse déjà un fait que l’usager voit.');
  }
}

/** Reads files by name; may list, for without it S3 answers 403 instead of 404 to a file that never came. */
export const accorderLecture = (bucket: Bucket, fonction: IFunction): void => {
  Grant.addToPrincipal({ grantee: fonction, actions: ['s3:ListBucket'], resourceArns: [bucket.bucketArn] });
  accorderObjets(bucket, fonction, ['s3:GetObject']);
  accorderDechiffrement(bucket.encryptionKey, fonction);
};

export const accorderEcriture = (bucket: Bucket, fonction: IFunction): void => {
  accorderObjets(bucket, fonction, ['s3:PutObject', 's3:DeleteObject']);
  accorderChiffrement(bucket.encryptionKey, fonction);
};

const accorderObjets = (bucket: Bucket, fonction: IFunction, actions: string[]): void => {
  Grant.addToPrincipal({ grantee: fonction, actions, resourceArns: [bucket.arnForObjects('*')] });
  // As a nested stack names what it takes from its parent.
  const nom = Names.nodeUniqueId((bucket.node.defaultChild ?? bucket).node);
  reconnaitre(fonction.role ?? fonction, `AwsSolutions-IAM5[Resource::<referenceto${nom}Arn>/*]`, 'Le nom d’un fichier est un hasard : le droit ne peut porter que sur le dépôt entier, et le contrat de l’action dit lequel.');
};
