import type { Base, Ecriture } from '../../functions/platform/table.ts';
import { uneTable } from './table.ts';

/**
 * A table whose indexes lag, as DynamoDB's do: what is written is there at once by its key, and in an index only once
 * `rattraper` has been called. Nothing waits for a time to pass.
 */
export const uneTableEnRetard = async (): Promise<{ base: Base; rattraper(): Promise<void> }> => {
  const [table, index] = await Promise.all([uneTable(), uneTable()]);
  const aSuivre: Ecriture[] = [];
  return {
    base: {
      ...table,
      list: (recherche) => (recherche.index ? index : table).list(recherche),
      async ecrire(ecritures) {
        await table.ecrire(ecritures);
        aSuivre.push(...ecritures);
      },
    },
    async rattraper() {
      for (const ecriture of aSuivre.splice(0)) await index.ecrire([sansCondition(ecriture)]);
    },
  };
};

/** What was already accepted. */
const sansCondition = (ecriture: Ecriture): Ecriture =>
  ecriture.geste === 'retirer' ? { ...ecriture, existe: false } : { geste: 'poser', item: ecriture.item };
