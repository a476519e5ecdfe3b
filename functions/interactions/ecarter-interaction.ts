import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { agentDe } from '../platform/session.ts';
import { verifierAttente } from './interaction.acces.ts';
import { interactionActions } from './interaction.actions.ts';
import { interactionStore } from './interaction.store.ts';

export const ecarterInteraction = implement(
  interactionActions.ecarterInteraction,
  async ({ interaction: id, motif, precision }, { demandeur, now, table }) => {
    const interactions = interactionStore(table);
    const lue = await interactions.get(id);
    await verifierAttente(lue.valeur, { demandeur, table });
    const tri = { le: now.toISOString(), par: agentDe(demandeur).courriel, motif, precision };
    interactions.replace(lue, { ...lue.valeur, etat: 'ecartee', tri });
    return {};
  },
);

export const handler = lambda(ecarterInteraction);
