import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { nomDeVeille, type Veille } from '../echeances/ronde.ts';
import { alleger, LEGER } from './leger.ts';
import { variable } from './monde.ts';

/**
 * Step Functions starts 800 executions at once, then 150 a second: a rush waits its turn, with the SDK's own backoff. Its
 * adaptive mode, which slows down before it is told to, takes half as long again.
 */
const ESSAIS = 8;

let client: SFNClient | undefined;
const sfn = (): SFNClient => {
  client ??= alleger(new SFNClient({ ...LEGER, maxAttempts: ESSAIS }));
  return client;
};

/** Starts the watch over a demande, which sleeps until `prochain`; already started is as good. */
export const veiller = async (veille: Veille, prochain: string, suffixe = ''): Promise<void> => {
  try {
    await sfn().send(
      new StartExecutionCommand({
        stateMachineArn: variable('VEILLE'),
        name: nomDeVeille(veille) + suffixe,
        // As a waking leaves it: the machine begins by its wait.
        input: JSON.stringify({ ...veille, suite: { prochain } }),
      }),
    );
  } catch (erreur) {
    if (!(erreur instanceof ExecutionAlreadyExists)) throw erreur;
  }
};

/** Is someone watching? A watch that failed leaves its name taken: it is then begun again under another. */
export const estVeillee = async (veille: Veille, suffixe = ''): Promise<'oui' | 'non' | 'tombee'> => {
  try {
    const executionArn = `${variable('VEILLE').replace(':stateMachine:', ':execution:')}:${nomDeVeille(veille)}${suffixe}`;
    const { status } = await sfn().send(new DescribeExecutionCommand({ executionArn }));
    return status === 'RUNNING' ? 'oui' : 'tombee';
  } catch (erreur) {
    if (erreur instanceof ExecutionDoesNotExist) return 'non';
    throw erreur;
  }
};

/** What AWS gives at a time. */
const PAGE = 1000;

/** The names of all the executions that run, a page of a thousand at a time. */
export const veillesEnMarche = async (): Promise<string[]> => {
  const noms: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await sfn().send(
      new ListExecutionsCommand({
        stateMachineArn: variable('VEILLE'),
        statusFilter: 'RUNNING',
        maxResults: PAGE,
        nextToken,
      }),
    );
    for (const { name } of page.executions ?? []) if (name) noms.push(name);
    nextToken = page.nextToken;
  } while (nextToken);
  return noms;
};
