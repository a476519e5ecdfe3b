import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';
import { sansALire } from './reouverture.ts';

/** Twice does nothing more; what came after the version that the agent saw waits for them still. */
export const marquerLue = implement(
  demandeActions.marquerLue,
  async ({ demande: reference, version }, { demandeur, now, table }) => {
    const demandes = demandeStore(table);
    const lue = await demandes.get(reference);
    verifierAcces(demandeur, lue.valeur);
    if (!lue.valeur.aLire) return { version: lue.version };
    if (lue.version !== version) throw new Refus('modifie-entre-temps');
    demandes.replace(lue, sansALire(lue.valeur), { now, dernierMot: lue.dernierMot });
    return { version: version + 1 };
  },
);

export const handler = lambda(marquerLue);
