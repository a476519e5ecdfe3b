import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { ouvrirSessionUsager } from '../platform/session.ouverture.ts';
import { compteDe } from '../platform/session.ts';
import { verifierCode } from './code.essai.ts';
import { compteStore } from './compte.store.ts';
import { avecContact } from './compte.ts';
import { usagerActions } from './usager.actions.ts';

/** The code must have been asked for from this very account: whoever signs in here never joins someone else's. */
export const ajouterContact = implement(
  usagerActions.ajouterContact,
  async ({ connexion, code }, contexte) => {
    const session = compteDe(contexte.demandeur);
    const { contact } = await verifierCode({ connexion, code, compte: session.compte }, contexte);
    const comptes = compteStore(contexte.table, contexte.now);
    const compte = await comptes.get(session.compte);
    if (!compte) throw new Refus('non-connecte');
    const complete = avecContact(compte, contact);
    comptes.put(complete);
    return ouvrirSessionUsager({ ...session, contacts: complete.contacts }, contexte);
  },
);

export const handler = lambda(ajouterContact);
