import { numeroStore } from '../envois/numero.store.ts';
import { smsPossible } from '../envois/numero.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { faireParvenirCode } from '../usagers/code.depart.ts';
import { type Contact, cleTelephone } from '../usagers/contact.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirSienne } from './demande.dossier.ts';
import type { Demande } from './demande.ts';
import { gestesPossibles } from './gestes.ts';
import { voiesDe } from './voie.ts';

/**
 * Nothing undoes a désistement, and the link of a mail travels: only who reads what is sent to the contact of the demande
 * gives it up, even from an account.
 */
export const demanderDesistement = implement(
  demandeActions.demanderDesistement,
  async ({ demande: reference }, contexte) => {
    const { demande } = await ouvrirSienne(reference, contexte);
    if (!gestesPossibles(demande).includes('desister')) throw new Refus('geste-impossible');
    const contact = await contactDe(demande, contexte);
    if (!contact) throw new Refus('geste-impossible', [SANS_CONTACT]);
    return faireParvenirCode({ contact, renonce: reference }, contexte);
  },
);

/** The first way by which a code arrives: a number that said STOP receives none. */
const contactDe = async (demande: Demande, { commune, table }: Contexte): Promise<Contact | undefined> => {
  for (const { par, a } of voiesDe(demande)) {
    if (par === 'courriel') return { type: 'courriel', saisie: a, cle: a };
    if (smsPossible(a, commune.echanges.smsVers) && !(await numeroStore(table).refuse(a)))
      return { type: 'telephone', saisie: a, cle: cleTelephone(a) };
  }
  return undefined;
};

const SANS_CONTACT = {
  phrase:
    'Cette demande ne porte ni adresse e-mail ni mobile où vous envoyer un code. Pour y renoncer, dites-le à la mairie, au téléphone ou au guichet.',
};

export const handler = lambda(demanderDesistement);
