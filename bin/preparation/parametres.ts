import { GetParametersCommand, type SSMClient } from '@aws-sdk/client-ssm';
import type { Commune } from '../../functions/commune/commune.ts';

/** The parameters without which a commune's stack does not deploy, or opens to nobody. Their values are not read. */
const attendus = ({ slug, connexion }: Commune): string[] =>
  ['front', 'proconnect', 'attestations', ...(connexion.franceconnect ? ['franceconnect'] : [])].map(
    (nom) => `/parvis/${slug}/${nom}`,
  );

/** Those that are not there yet. */
export const parametresManquants = async (ssm: SSMClient, commune: Commune): Promise<string[]> => {
  const { InvalidParameters } = await ssm.send(new GetParametersCommand({ Names: attendus(commune) }));
  return InvalidParameters ?? [];
};
