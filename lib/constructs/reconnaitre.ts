import { CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accepts one finding of cdk-nag on one construct (and the role made beside it), and says why. */
export const reconnaitre = (
  construct: IConstruct,
  regle: `AwsSolutions-${string}`,
  raison: `${string}.`,
): void => Validations.of(construct).acknowledge({ id: regle, reason: raison });

/** The name of a construct in its template: cdk-nag names findings with it. */
export const idLogique = ({ node }: IConstruct): string => {
  const { defaultChild } = node;
  if (!CfnElement.isCfnElement(defaultChild)) throw new Error(`${node.path} n’a pas de ressource principale`);
  return Stack.of(defaultChild).getLogicalId(defaultChild);
};
