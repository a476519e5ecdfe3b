import { type AppelAws, erreurJson, json, type ReponseAws } from './guichet.ts';

/** Parameter Store, as far as the product reads it: one parameter by its name. */
export const servirSsm =
  (parametres: ReadonlyMap<string, string>) =>
  ({ entetes, corps }: AppelAws): ReponseAws => {
    if (entetes['x-amz-target'] !== 'AmazonSSM.GetParameter')
      return erreurJson('UnknownOperationException', 'opération inconnue');
    const { Name } = JSON.parse(corps.toString()) as { Name: string };
    const Value = parametres.get(Name);
    if (Value === undefined) return erreurJson('ParameterNotFound', `le paramètre ${Name} n’existe pas`);
    return json(
      { Parameter: { Name, Value, Type: 'SecureString', Version: 1, DataType: 'text' } },
      'application/x-amz-json-1.1',
    );
  };
