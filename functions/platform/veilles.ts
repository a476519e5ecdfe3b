import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { variable } from './monde.ts';

let client: SFNClient | undefined;
const sfn = (): SFNClient => {
  client ??= new SFNClient({});
  return client;
};

/** What an execution watches: its name comes from it, so that starting it twice starts it once. */
export type Veille = { demande: string; reglage: number };

const nomDe = ({ demande, reglage }: Veille): string => `${demande}-${reglage}`;

/** Starts the watch over a demande; already started is as good. */
export const veiller = async (veille: Veille, suffixe = ''): Promise<void> => {
  try {
    await sfn().send(
      new StartExecutionCommand({
        stateMachineArn: variable('VEILLE'),
        name: nomDe(veille) + suffixe,
        input: JSON.stringify(veille),
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
