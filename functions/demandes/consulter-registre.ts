import { lambda } from '../platform/lambda.ts';
import { jourLocal } from '../platform/lettres.ts';
import { implement } from '../platform/perform.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';

export const consulterRegistre = implement(
  demandeActions.consulterRegistre,
  async ({ annee }, { commune, now, table }) => {
    const celle = annee ?? Number(jourLocal(now.toISOString(), commune.fuseau).slice(0, 4));
    return { annee: celle, lignes: await demandeStore(table).listRegistre(celle) };
  },
);

export const handler = lambda(consulterRegistre);
