import { ensemble } from '../ensemble.ts';
import type { Veille } from '../veilles/registre-veilles.ts';
import { executionDe, type Veilles } from '../veilles/veilles.ts';
import { type AppelAws, erreurJson, json, type ReponseAws } from './guichet.ts';
import { ouvrirSeau, type Quota } from './seau.ts';

type Demande = {
  stateMachineArn?: string;
  executionArn?: string;
  name?: string;
  input?: string;
  statusFilter?: string;
  maxResults?: number;
  nextToken?: string;
  error?: string;
  cause?: string;
};

/** Step Functions, as far as the product calls it, with AWS's rules on names; and its quota on starting, when one is given. */
export const servirEtats = (veilles: Veilles, quota?: Quota) => {
  const admettre = quota ? ouvrirSeau(quota) : () => true;
  const lancer = ensemble((demandes: readonly Demande[]) =>
    veilles.ensemble(() => demandes.map((demande) => demarrer(veilles, demande))),
  );
  const operations: Record<string, (demande: Demande) => ReponseAws | Promise<ReponseAws>> = {
    StartExecution: (demande) =>
      admettre() ? lancer(demande) : erreurJson('ThrottlingException', 'Rate exceeded'),
    DescribeExecution: ({ executionArn = '' }) =>
      decrire(veilles.lire(executionArn), (veille) => ({
        ...resume(veille),
        input: veille.entree,
        ...issue(veille),
      })),
    ListExecutions: (demande) => lister(veilles, demande),
    StopExecution: ({ executionArn = '', error, cause }) =>
      decrire(
        veilles.arreter(executionArn, { ...(error && { erreur: error }), ...(cause && { cause }) }),
        ({ fin }) => ({ stopDate: secondes(fin) }),
      ),
  };
  return ({ entetes, corps }: AppelAws): ReponseAws | Promise<ReponseAws> => {
    const operation = operations[String(entetes['x-amz-target']).replace('AWSStepFunctions.', '')];
    return operation
      ? operation(JSON.parse(corps.toString()) as Demande)
      : erreurJson('UnknownOperationException', 'opération inconnue');
  };
};

/** AWS keeps the name of a closed execution for 90 days. */
const NOM_GARDE = 90 * 24 * 3600_000;

const demarrer = (
  veilles: Veilles,
  { stateMachineArn = '', name = crypto.randomUUID(), input = '{}' }: Demande,
): ReponseAws => {
  const defaut = defautDe(veilles, { stateMachineArn, name, input });
  if (defaut) return defaut;
  const connue = veilles.lire(executionDe(stateMachineArn, name));
  if (connue && estLaMeme(connue, input)) return lancee(connue);
  if (connue && nomPris(connue))
    return erreurJson('ExecutionAlreadyExists', `Execution Already Exists: '${connue.arn}'`);
  return lancee(veilles.lancer(stateMachineArn, name, input));
};

const defautDe = (
  { machines }: Veilles,
  { stateMachineArn, name, input }: Required<Pick<Demande, 'stateMachineArn' | 'name' | 'input'>>,
): ReponseAws | undefined => {
  if (!machines.has(stateMachineArn)) return machineInconnue(stateMachineArn);
  if (!/^[\w-]{1,80}$/.test(name)) return erreurJson('InvalidName', `Invalid Name: '${name}'`);
  if (!estDuJson(input))
    return erreurJson('InvalidExecutionInput', 'Invalid State Machine Execution Input: not JSON');
  return undefined;
};

const machineInconnue = (arn: string) =>
  erreurJson('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
const lancee = ({ arn, debut }: Veille) => json({ executionArn: arn, startDate: secondes(debut) });
const estLaMeme = ({ statut, entree }: Veille, input: string): boolean =>
  statut === 'RUNNING' && entree === input;
const nomPris = ({ statut, fin }: Veille): boolean =>
  statut === 'RUNNING' || (fin ?? 0) + NOM_GARDE > Date.now();

const lister = (
  veilles: Veilles,
  { stateMachineArn = '', statusFilter, maxResults, nextToken }: Demande,
): ReponseAws => {
  if (!veilles.machines.has(stateMachineArn)) return machineInconnue(stateMachineArn);
  const debut = Number(nextToken ?? 0);
  const fin = debut + (maxResults || 100);
  const toutes = veilles.lister(stateMachineArn, statusFilter);
  return json({
    executions: toutes.slice(debut, fin).map(resume),
    ...(fin < toutes.length ? { nextToken: String(fin) } : {}),
  });
};

const decrire = (veille: Veille | undefined, dire: (veille: Veille) => unknown): ReponseAws =>
  veille ? json(dire(veille)) : erreurJson('ExecutionDoesNotExist', 'Execution Does Not Exist');

const resume = ({ arn, machine, nom, statut, debut, fin }: Veille) => ({
  executionArn: arn,
  stateMachineArn: machine,
  name: nom,
  status: statut,
  startDate: secondes(debut),
  ...(fin === null ? {} : { stopDate: secondes(fin) }),
});

const issue = ({ sortie, erreur, cause }: Veille) => ({
  ...(sortie === null ? {} : { output: sortie }),
  ...(erreur === null ? {} : { error: erreur }),
  ...(cause === null ? {} : { cause }),
});

const secondes = (instant: number | null): number => (instant ?? 0) / 1000;

const estDuJson = (texte: string): boolean => {
  try {
    JSON.parse(texte);
    return true;
  } catch {
    return false;
  }
};
