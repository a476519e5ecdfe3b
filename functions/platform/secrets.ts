import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';

const connus = new Map<string, string>();

/** A secret that the operator has put in Parameter Store, read once per function. Throws when it is missing. */
export const secret = async (nom: string): Promise<string> => {
  const connu = connus.get(nom);
  if (connu) return connu;
  const { Parameter } = await new SSMClient({}).send(
    new GetParameterCommand({ Name: nom, WithDecryption: true }),
  );
  if (!Parameter?.Value) throw new Error(`le secret « ${nom} » est vide`);
  connus.set(nom, Parameter.Value);
  return Parameter.Value;
};
