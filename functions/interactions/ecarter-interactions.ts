import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { agentDe } from '../platform/session.ts';
import { verifierAttente } from './interaction.acces.ts';
import { interactionActions } from './interaction.actions.ts';
import { reprendre } from './interaction.numero.ts';
import { interactionStore } from './interaction.store.ts';
import type { MotifEcart } from './interaction.ts';

const DEJA_TRIE = 'Quelqu’un a déjà trié ce message.';
const PERDU = 'Ce message n’est plus dans la liste.';

type Ecart = { motif: MotifEcart; precision: string };

/** Each on its own: one that a colleague has just sorted holds back no other. */
export const ecarterInteractions = implement(
  interactionActions.ecarterInteractions,
  async ({ interactions, ...ecart }, contexte) => {
    const ecartees: string[] = [];
    const restees: { interaction: string; phrase: string }[] = [];
    for (const id of new Set(interactions)) {
      const phrase = await ecarter(id, ecart, contexte);
      if (phrase) restees.push({ interaction: id, phrase });
      else ecartees.push(id);
    }
    return { ecartees, restees };
  },
);

/** Why it stays, if it does. */
const ecarter = async (id: string, ecart: Ecart, contexte: Contexte): Promise<string | undefined> => {
  try {
    await reprendre(async (table) => {
      const interactions = interactionStore(table);
      const lue = await interactions.get(id);
      await verifierAttente(lue.valeur, { ...contexte, table });
      const tri = { le: contexte.now.toISOString(), par: agentDe(contexte.demandeur).courriel, ...ecart };
      interactions.replace(lue, { ...lue.valeur, etat: 'ecartee', tri });
    }, contexte);
    return undefined;
  } catch (erreur) {
    if (!(erreur instanceof Refus)) throw erreur;
    return erreur.code === 'geste-impossible' ? DEJA_TRIE : PERDU;
  }
};

export const handler = lambda(ecarterInteractions);
