import type { Contexte } from '../platform/perform.ts';
import { interactionStore } from './interaction.store.ts';
import { ESSAIS_MAX, type Interaction } from './interaction.ts';

type Lue = { valeur: Interaction; version: number };
type Arrivante = Omit<Interaction, 'etat' | 'essais'>;

/**
 * Keeps what came in under its number, before anyone reads it. Undefined when it was already treated, or when reading it
 * has failed too often: it then waits for a person.
 */
export const numeroter = async (
  arrivante: Arrivante,
  { ouvrirTable }: Pick<Contexte, 'ouvrirTable'>,
): Promise<Lue | undefined> => {
  const table = ouvrirTable();
  const interactions = interactionStore(table);
  const deja = await interactions.find(arrivante.id);
  if (deja && deja.valeur.etat !== 'recue') return undefined;
  const valeur = commencer(deja?.valeur ?? { ...arrivante, etat: 'recue', essais: 0 });
  if (deja) interactions.replace(deja, valeur);
  else interactions.add(valeur);
  await table.commit();
  return valeur.etat === 'recue' ? { valeur, version: (deja?.version ?? 0) + 1 } : undefined;
};

const commencer = (interaction: Interaction): Interaction => {
  const essais = interaction.essais + 1;
  return essais > ESSAIS_MAX
    ? { ...interaction, essais, etat: 'a-trier', raison: 'illisible' }
    : { ...interaction, essais };
};

const REPRISES = 4;

/** Does it again, on what is now written, when someone else wrote meanwhile. */
export const reprendre = async (
  faire: (table: Contexte['table']) => Promise<void>,
  { ouvrirTable }: Pick<Contexte, 'ouvrirTable'>,
): Promise<void> => {
  for (let reste = REPRISES; ; reste--) {
    const table = ouvrirTable();
    try {
      await faire(table);
      return await table.commit();
    } catch (erreur) {
      if (reste === 0 || !(erreur instanceof Error) || erreur.name !== 'Conflit') throw erreur;
    }
  }
};
