import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { poser } from './table.ts';

export const handler = async ({ body }: { body: string }) => {
  const { id, a } = JSON.parse(body) as { id: string; a: string };
  await poser({ pk: 'E', sk: id, type: 'PROMESSE', a });
  await new SFNClient({}).send(
    new StartExecutionCommand({
      stateMachineArn: process.env.VEILLE,
      name: id,
      input: JSON.stringify({ demande: id, reglage: 1, suite: { prochain: new Date().toISOString() } }),
    }),
  );
  return { statusCode: 201, body: '{}' };
};
