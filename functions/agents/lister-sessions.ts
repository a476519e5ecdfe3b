import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { sessionStore } from '../platform/session.store.ts';
import { agentActions } from './agent.actions.ts';

export const listerSessions = implement(
  agentActions.listerSessions,
  async (_, { commune, demandeur, now, table }) => {
    if (demandeur.qui !== 'agent') throw new Refus('interdit');
    const { courriel, role } = demandeur.agent;
    const vues = await sessionStore(table, now).listAgents(role === 'administrateur' ? undefined : courriel);
    const sessions = vues.map((vue) => ({
      ...vue,
      nom: nomDe(commune.agents, vue.courriel),
      celleCi: vue.id === demandeur.session,
    }));
    return { sessions: sessions.sort((a, b) => b.vueLe.localeCompare(a.vueLe)) };
  },
);

type Agents = readonly { courriel: string; prenom: string; nom: string }[];

/** Someone who is no longer in the commune's file is known by their address. */
const nomDe = (agents: Agents, courriel: string): string => {
  const agent = agents.find((candidat) => candidat.courriel === courriel);
  return agent ? `${agent.prenom} ${agent.nom}` : courriel;
};

export const handler = lambda(listerSessions);
