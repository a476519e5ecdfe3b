import { lambda } from '../platform/lambda.ts';
import { revenir } from '../platform/oidc.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { ouvrirSession } from '../platform/session.ouverture.ts';
import { cookie, DUREES } from '../platform/session.ts';
import { agentActions } from './agent.actions.ts';
import { PROCONNECT } from './agent.proconnect.ts';
import { reconnaitre } from './agent.ts';

export const accueillirAgent = implement(agentActions.accueillirAgent, async (parametres, contexte) => {
  const { appareil, commune, now } = contexte;
  const { identite, idToken, vers } = await revenir(PROCONNECT, parametres, contexte);
  const courriel = identite.email.toLowerCase();
  if (!reconnaitre(commune, { courriel, siret: identite.siret })) throw new Refus('agent-inconnu');
  const le = now.toISOString();
  const session = { qui: 'agent', courriel, siret: identite.siret, idToken } as const;
  const jeton = await ouvrirSession({ ...session, ouverteLe: le, vueLe: le, appareil }, contexte);
  return { vers, cookies: [cookie('agent', jeton, DUREES.agent), cookie('depart', '', 0)] };
});

export const handler = lambda(accueillirAgent);
