import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accepts one finding of cdk-nag on one construct, and says why. */
export const reconnaitre = (construct: IConstruct, regle: `AwsSolutions-${string}`, raison: `${string}.`): void =>
  Validations.of(construct).acknowledge({ id: regle, reason: raison });
