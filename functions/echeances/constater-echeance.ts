import { serviceDe } from '../commune/commune.ts';
import { demandeStore } from '../demandes/demande.store.ts';
import {
  aAgent,
  aUsager,
  lettreDeRappel,
  lettreDeSilence,
  lettreDeSilenceAuxAgents,
} from '../demandes/lettres.ts';
import { envoiStore } from '../envois/envoi.store.ts';
import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { constater, prochainReveil, rappeler, silencer } from './constat.ts';
import { echeanceActions } from './echeance.actions.ts';

/** A waking decides nothing by itself: the clock is recomputed from the faits, so a late or repeated one is harmless. */
export const constaterEcheance = implement(
  echeanceActions.constaterEcheance,
  async ({ demande: reference, reglage }, { commune, now, origines, table }) => {
    const demandes = demandeStore(table);
    const envois = envoiStore(table);
    const lue = await demandes.get(reference);
    const demande = lue.valeur;
    if (demande.reglage !== reglage) return {};
    const agents = demande.agent?.id ?? serviceDe(commune, demande.service).courriel;
    const du = constater(demande, now);
    if (du.type === 'silence') {
      const decidee = silencer(demande, du.terme, now);
      demandes.replace(lue, decidee);
      for (const envoi of aUsager(decidee, lettreDeSilence(decidee, commune), identifiant)) envois.add(envoi);
      envois.add(
        aAgent(decidee, { ...lettreDeSilenceAuxAgents(decidee, origines[0]), a: agents }, identifiant()),
      );
      return {};
    }
    if (du.type === 'rappel') {
      // A reminder is between the house and its agents: the queue keeps the last word of the thread.
      demandes.replace(lue, rappeler(demande, du, now), lue.dernierMot);
      envois.add(aAgent(demande, { ...lettreDeRappel(demande, now, origines[0]), a: agents }, identifiant()));
    }
    const prochain = prochainReveil(demande, now);
    return prochain ? { prochain } : {};
  },
);

export const handler = lambda(constaterEcheance);
