import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { cookie, DUREES } from '../platform/session.ts';
import { agentActions } from './agent.actions.ts';
import { partir } from './agent.proconnect.ts';
import { departStore } from './depart.store.ts';

export const connecterAgent = implement(agentActions.connecterAgent, async ({ vers }, contexte) => {
  const { depart, adresse } = await partir(contexte, vers ?? '/agents/');
  departStore(contexte.table, contexte.now).add(depart);
  return { vers: adresse, cookies: [cookie('depart', depart.state, DUREES.depart)] };
});

export const handler = lambda(connecterAgent);
