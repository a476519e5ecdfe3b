import { existsSync } from 'node:fs';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';

export const handler = async () => {
  const { Parameter } = await new SSMClient({}).send(
    new GetParameterCommand({ Name: process.env.PROCONNECT_SECRET, WithDecryption: true }),
  );
  return {
    table: process.env.TABLE,
    adresse: process.env.ADRESSE,
    fiche: existsSync(process.env.COMMUNE ?? ''),
    secret: Parameter?.Value?.length,
  };
};
