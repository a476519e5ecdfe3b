import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { agentActions } from './agent.actions.ts';
import { partir } from './agent.proconnect.ts';
import { departStore } from './depart.store.ts';

export const connecterAgent = implement(agentActions.connecterAgent, async ({ vers }, contexte) => {
  const { depart, adresse } = await partir(contexte, vers ?? '/agents/');
  departStore(contexte.table, contexte.now).add(depart);
  return { vers: adresse, cookies: [`parvis_depart=${depart.state}; Path=/api/agents; Max-Age=900; HttpOnly; Secure; SameSite=Lax`] };
});

export const handler = lambda(connecterAgent);
