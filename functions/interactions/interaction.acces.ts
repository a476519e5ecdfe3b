import { verifierAcces } from '../demandes/demande.acces.ts';
import { demandeStore } from '../demandes/demande.store.ts';
import { Reference } from '../demandes/reference.ts';
import type { Contexte } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { attend, type Interaction } from './interaction.ts';

/** A message that waits is for whoever sorts; one that joined a demande, for who may see that demande. Throws `introuvable`. */
export const verifierVue = async (
  { demande }: Pick<Interaction, 'demande'>,
  { demandeur, table }: Pick<Contexte, 'demandeur' | 'table'>,
): Promise<void> => {
  if (demande) verifierAcces(demandeur, (await demandeStore(table).get(Reference.parse(demande))).valeur);
};

/** The message must still wait. Throws `geste-impossible` to who may know what became of it, `introuvable` to the others. */
export const verifierAttente = async (
  interaction: Interaction,
  contexte: Pick<Contexte, 'demandeur' | 'table'>,
): Promise<void> => {
  if (attend(interaction)) return;
  await verifierVue(interaction, contexte);
  throw new Refus('geste-impossible');
};
