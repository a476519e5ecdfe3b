import { Names, Stack } from 'aws-cdk-lib';
import { Grant, type Role } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { accorderChiffrement, accorderDechiffrement } from './chiffrement.ts';
import { idLogique, reconnaitre } from './reconnaitre.ts';

/** Reads files by name; may list, for without it S3 answers 403 instead of 404 to a file that never came. */
export const accorderLecture = (bucket: Bucket, role: Role): void => {
  Grant.addToPrincipal({ grantee: role, actions: ['s3:ListBucket'], resourceArns: [bucket.bucketArn] });
  accorderObjets(bucket, role, ['s3:GetObject']);
  accorderDechiffrement(bucket.encryptionKey, role);
};

export const accorderEcriture = (bucket: Bucket, role: Role): void => {
  accorderObjets(bucket, role, ['s3:PutObject', 's3:DeleteObject']);
  accorderChiffrement(bucket.encryptionKey, role);
};

const accorderObjets = (bucket: Bucket, role: Role, actions: string[]): void => {
  Grant.addToPrincipal({ grantee: role, actions, resourceArns: [bucket.arnForObjects('*')] });
  reconnaitre(
    role,
    `AwsSolutions-IAM5[Resource::<${nomDArn(bucket, role)}>/*]`,
    'Le nom d’un fichier est un hasard : le droit ne peut porter que sur le dépôt entier, et le contrat de l’action dit lequel.',
  );
};

/** As the template of the role names the bucket: its own, or one that it takes from the stack above. */
const nomDArn = (bucket: Bucket, role: Role): string =>
  Stack.of(bucket) === Stack.of(role)
    ? `${idLogique(bucket)}.Arn`
    : `referenceto${Names.nodeUniqueId((bucket.node.defaultChild ?? bucket).node)}Arn`;
