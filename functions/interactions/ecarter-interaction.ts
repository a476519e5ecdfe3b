import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { agentDe } from '../platform/session.ts';
import { interactionActions } from './interaction.actions.ts';
import { interactionStore } from './interaction.store.ts';
import { attend } from './interaction.ts';

export const ecarterInteraction = implement(
  interactionActions.ecarterInteraction,
  async ({ interaction: id, motif, precision }, { demandeur, now, table }) => {
    const interactions = interactionStore(table);
    const lue = await interactions.get(id);
    if (!attend(lue.valeur)) throw new Refus('geste-impossible');
    const tri = { le: now.toISOString(), par: agentDe(demandeur).courriel, motif, precision };
    interactions.replace(lue, { ...lue.valeur, etat: 'ecartee', tri });
    return {};
  },
);

export const handler = lambda(ecarterInteraction);
