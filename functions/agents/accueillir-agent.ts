import { jeton as nouveauJeton } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { revenir } from '../platform/oidc.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { sessionStore } from '../platform/session.store.ts';
import { cookie, DUREES } from '../platform/session.ts';
import { agentActions } from './agent.actions.ts';
import { PROCONNECT } from './agent.proconnect.ts';
import { reconnaitre } from './agent.ts';

export const accueillirAgent = implement(agentActions.accueillirAgent, async (parametres, contexte) => {
  const { commune, now, table } = contexte;
  const { identite, idToken, vers } = await revenir(PROCONNECT, parametres, contexte);
  const agent = reconnaitre(commune, { courriel: identite.email, siret: identite.siret });
  if (!agent) throw new Refus('agent-inconnu');
  const jeton = nouveauJeton();
  sessionStore(table, now).add(jeton, { qui: 'agent', agent, idToken });
  return { vers, cookies: [cookie('agent', jeton, DUREES.agent), cookie('depart', '', 0)] };
});

export const handler = lambda(accueillirAgent);
