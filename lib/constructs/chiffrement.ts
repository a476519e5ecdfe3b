import { Aws } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { TopicProps } from 'aws-cdk-lib/aws-sns';

/**
 * A topic is on encrypted disks in any case. With the commune's own key it is encrypted by it too, and whoever announces
 * there must be let use the key: AWS's own key for SNS cannot be lent to SES, CloudWatch or the SMS.
 */
export const preterPourAnnoncer = (cle: Key | undefined, service: string): Pick<TopicProps, 'masterKey'> => {
  if (!cle) return {};
  cle.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(service)],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  return { masterKey: cle };
};

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
