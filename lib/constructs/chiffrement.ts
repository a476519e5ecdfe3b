import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';

/** A commune may keep its own key; without one, AWS's keys need no right. Each right is named: no `kms:ReEncrypt*`. */
export const accorderDechiffrement = (cle: IKey | undefined, grantee: IGrantable): void =>
  void cle?.grant(grantee, 'kms:Decrypt', 'kms:DescribeKey');

export const accorderChiffrement = (cle: IKey | undefined, grantee: IGrantable): void =>
  void cle?.grant(
    grantee,
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
  );
