import { lambda } from '../platform/lambda.ts';
import { quitter } from '../platform/oidc.ts';
import { implement } from '../platform/perform.ts';
import { sessionStore } from '../platform/session.store.ts';
import { cookie } from '../platform/session.ts';
import { agentActions } from './agent.actions.ts';
import { PROCONNECT } from './agent.proconnect.ts';

export const deconnecterAgent = implement(agentActions.deconnecterAgent, async (_, contexte) => {
  const { demandeur, now, table } = contexte;
  if (demandeur.qui === 'agent') sessionStore(table, now).remove({ id: demandeur.session });
  return {
    vers: await quitter(PROCONNECT, demandeur.qui === 'agent' ? demandeur.idToken : '', contexte),
    cookies: [cookie('agent', '', 0)],
  };
});

export const handler = lambda(deconnecterAgent);
