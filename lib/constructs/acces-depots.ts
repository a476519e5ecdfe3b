import { Names } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { accorderChiffrement, accorderDechiffrement } from './chiffrement.ts';
import { reconnaitre } from './reconnaitre.ts';

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
  reconnaitre(
    fonction.role ?? fonction,
    `AwsSolutions-IAM5[Resource::<referenceto${nom}Arn>/*]`,
    'Le nom d’un fichier est un hasard : le droit ne peut porter que sur le dépôt entier, et le contrat de l’action dit lequel.',
  );
};
