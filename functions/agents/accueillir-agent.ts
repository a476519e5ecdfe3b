import { jeton as nouveauJeton } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { sessionStore } from '../platform/session.store.ts';
import { cookie, DUREES } from '../platform/session.ts';
import { agentActions } from './agent.actions.ts';
import { revenir } from './agent.proconnect.ts';
import { reconnaitre } from './agent.ts';
import { departStore } from './depart.store.ts';

export const accueillirAgent = implement(agentActions.accueillirAgent, async (parametres, contexte) => {
  const { commune, jetons, now, table } = contexte;
  const departs = departStore(table, now);
  const depart = await departs.get(parametres.state);
  // The browser that comes back must be the one that left.
  if (!depart || depart.state !== jetons.depart || parametres.error) throw new Refus('connexion-echouee');
  const { idToken, ...identite } = await revenir(contexte, depart, enTextes(parametres));
  const agent = reconnaitre(commune, identite);
  if (!agent) throw new Refus('agent-inconnu');
  const jeton = nouveauJeton();
  departs.remove(depart.state);
  sessionStore(table, now).add(jeton, { qui: 'agent', agent, idToken });
  return { vers: depart.vers, cookies: [cookie('agent', jeton, DUREES.agent), cookie('depart', '', 0)] };
});

const enTextes = (parametres: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parametres).flatMap(([cle, valeur]) =>
      typeof valeur === 'string' ? [[cle, valeur]] : [],
    ),
  );

export const handler = lambda(accueillirAgent);
