import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { sessionStore } from '../platform/session.store.ts';
import { agentDe } from '../platform/session.ts';
import { agentActions } from './agent.actions.ts';

export const fermerSession = implement(
  agentActions.fermerSession,
  async ({ session: id }, { demandeur, now, table }) => {
    const { courriel, role } = agentDe(demandeur);
    const sessions = sessionStore(table, now);
    const lue = await sessions.find(id);
    // Neither the session of an habitant, nor that of a colleague, is there for who may not close it.
    if (lue?.session.qui !== 'agent') throw new Refus('introuvable');
    if (role !== 'administrateur' && lue.session.courriel !== courriel) throw new Refus('introuvable');
    sessions.remove(lue);
    return {};
  },
);

export const handler = lambda(fermerSession);
