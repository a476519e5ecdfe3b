import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { agentDe } from '../platform/session.ts';
import { agentActions } from './agent.actions.ts';

export const consulterSession = implement(agentActions.consulterSession, async (_, { demandeur }) =>
  agentDe(demandeur),
);

export const handler = lambda(consulterSession);
