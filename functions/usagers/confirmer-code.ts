import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { verifierCode } from './code.essai.ts';
import { idDeCompte, ouvrirCompte } from './compte.ouverture.ts';
import { compteStore } from './compte.store.ts';
import { avecContact } from './compte.ts';
import { estTelephone } from './contact.ts';
import { nomEntier, plier } from './nom.ts';
import { usagerActions } from './usager.actions.ts';

/** Several people may share an address: the account is that of a contact and of a name. */
export const confirmerCode = implement(
  usagerActions.confirmerCode,
  async ({ connexion, code, prenom, nom }, contexte) => {
    const { contact } = await verifierCode({ connexion, code }, contexte);
    const moyen = estTelephone(contact) ? ('telephone' as const) : ('courriel' as const);
    const dit = plier(nomEntier({ prenom, nom }));
    const id = idDeCompte(moyen, contact, dit);
    const connu = await compteStore(contexte.table, contexte.now).get(id);
    const compte = {
      id,
      moyen,
      ...(prenom && { prenom }),
      ...(nom && { nom }),
      contacts: connu?.contacts ?? [],
    };
    return ouvrirCompte(avecContact(compte, contact), { noms: dit ? [dit] : [] }, contexte);
  },
);

export const handler = lambda(confirmerCode);
