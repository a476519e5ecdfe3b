import { codeOuvre } from '../demandes/demande.acces.ts';
import { demandeStore } from '../demandes/demande.store.ts';
import { recueLe } from '../demandes/demande.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { compteDe } from '../platform/session.ts';
import { compteStore } from './compte.store.ts';
import { usagerActions } from './usager.actions.ts';

/** With the code, or with the session that the code has opened. */
export const rattacherDemande = implement(
  usagerActions.rattacherDemande,
  async ({ reference, code }, { demandeur, now, table }) => {
    const { compte, demandes: ouvertes } = compteDe(demandeur);
    const demandes = demandeStore(table);
    const lue = await demandes.find(reference);
    const admise = lue && (code ? codeOuvre(lue.valeur, code) : ouvertes.includes(reference));
    if (!admise) throw new Refus('suivi-inconnu');
    const { comptes = [] } = lue.valeur;
    if (comptes.includes(compte)) return { reference };
    demandes.replace(
      lue,
      { ...lue.valeur, comptes: [...comptes, compte] },
      { now, dernierMot: lue.dernierMot },
    );
    compteStore(table, now).addDemande(compte, { reference, recueLe: recueLe(lue.valeur) });
    return { reference };
  },
);

export const handler = lambda(rattacherDemande);
