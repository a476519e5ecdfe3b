import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
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

/** What an execution watches: its name comes from it, so that starting it twice starts it once. */
export type Veille = { demande: string; reglage: number };

const nomDe = ({ demande, reglage }: Veille): string => `${demande}-${reglage}`;

/** Starts the watch over a demande, which sleeps until `prochain`; already started is as good. */
export const veiller = async (veille: Veille, prochain: string, suffixe = ''): Promise<void> => {
  try {
    await sfn().send(
      new StartExecutionCommand({
        stateMachineArn: variable('VEILLE'),
        name: nomDe(veille) + suffixe,
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
    const executionArn = `${variable('VEILLE').replace(':stateMachine:', ':execution:')}:${nomDe(veille)}${suffixe}`;
    const { status } = await sfn().send(new DescribeExecutionCommand({ executionArn }));
    return status === 'RUNNING' ? 'oui' : 'tombee';
  } catch (erreur) {
    if (erreur instanceof ExecutionDoesNotExist) return 'non';
    throw erreur;
  }
};
