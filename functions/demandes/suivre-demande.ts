import { serviceDe } from '../commune/commune.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';
import { suiviDe } from './vue.ts';

export const suivreDemande = implement(
  demandeActions.suivreDemande,
  async ({ demande: reference }, { commune, demandeur, table }) => {
    const entiere = await demandeStore(table).getEntiere(reference);
    verifierAcces(demandeur, entiere.lue.valeur);
    return suiviDe(entiere, serviceDe(commune, entiere.lue.valeur.service));
  },
);

export const handler = lambda(suivreDemande);
