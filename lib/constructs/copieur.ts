import { DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { idLogique, reconnaitre } from './reconnaitre.ts';

/** CDK's own function that copies pages: which of its rights cannot be narrower, each with its reason. */
export const reconnaitreCopieur = (scope: Construct, site: Bucket): void => {
  const stack = Stack.of(scope);
  const copieur = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
  if (!copieur)
    throw new Error('La fonction qui copie les pages a changé de nom dans CDK : ses droits sont à relire.');
  const depart = `arn:aws:s3:::cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-<AWS::AccountId>-${stack.region}`;
  reconnaitre(
    copieur,
    'AwsSolutions-L1',
    'L’environnement de cette fonction de CDK suit la version de CDK, que package.json fixe.',
  );
  reconnaitre(
    copieur,
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    'CDK donne à sa fonction le droit d’écrire son journal, et rien d’autre par cette voie.',
  );
  for (const lecture of ['GetBucket', 'GetObject', 'List'])
    reconnaitre(
      copieur,
      `AwsSolutions-IAM5[Action::s3:${lecture}*]`,
      'CDK lit ainsi les fichiers construits ; les dépôts des habitants ne sont pas dans ce droit.',
    );
  for (const ecriture of ['Abort', 'DeleteObject'])
    reconnaitre(
      copieur,
      `AwsSolutions-IAM5[Action::s3:${ecriture}*]`,
      'CDK écrit ainsi les pages du site ; les dépôts des habitants ne sont pas dans ce droit.',
    );
  reconnaitre(
    copieur,
    `AwsSolutions-IAM5[Resource::${depart}/*]`,
    'Les fichiers construits sont nommés par leur empreinte, dans le dépôt de CDK.',
  );
  reconnaitre(
    copieur,
    `AwsSolutions-IAM5[Resource::<${idLogique(site)}.Arn>/*]`,
    'Toutes les pages du site sont copiées ; ce dépôt ne contient qu’elles.',
  );
};
