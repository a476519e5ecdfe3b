import { lambda } from '../platform/lambda.ts';
import { partir } from '../platform/oidc.ts';
import { implement } from '../platform/perform.ts';
import { cookie, DUREES } from '../platform/session.ts';
import { agentActions } from './agent.actions.ts';
import { PROCONNECT } from './agent.proconnect.ts';

export const connecterAgent = implement(agentActions.connecterAgent, async ({ vers }, contexte) => {
  const { state, adresse } = await partir(PROCONNECT, vers ?? '/agents/', contexte);
  return { vers: adresse, cookies: [cookie('depart', state, DUREES.depart)] };
});

export const handler = lambda(connecterAgent);
