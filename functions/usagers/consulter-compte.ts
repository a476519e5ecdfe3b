import { demandeStore } from '../demandes/demande.store.ts';
import type { Reference } from '../demandes/reference.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { compteDe } from '../platform/session.ts';
import { compteStore } from './compte.store.ts';
import type { Compte } from './compte.ts';
import { estTelephone, lisible } from './contact.ts';
import { nomEntier } from './nom.ts';
import { type Saisie, usagerActions } from './usager.actions.ts';

export const consulterCompte = implement(usagerActions.consulterCompte, async (_, contexte) => {
  const session = compteDe(contexte.demandeur);
  const comptes = compteStore(contexte.table, contexte.now);
  const compte = await comptes.get(session.compte);
  if (!compte) throw new Refus('non-connecte');
  const nom = nomEntier(compte);
  const derniere = (await comptes.listDemandes(compte.id)).find(({ deposee }) => deposee);
  return {
    moyen: compte.moyen,
    ...(nom && { nom }),
    contacts: compte.contacts.map(lisible),
    saisie: { ...saisieDe(compte), ...(derniere && (await derniereSaisie(derniere.reference, contexte))) },
  };
});

/** What the account alone knows. */
const saisieDe = ({ prenom, nom, courriel, contacts }: Compte): Saisie => {
  const verifie = contacts.find((contact) => !estTelephone(contact)) ?? courriel;
  const telephone = contacts.find(estTelephone);
  return {
    ...(prenom && { prenom }),
    ...(nom && { nom }),
    ...(verifie && { courriel: verifie }),
    ...(telephone && { telephone: lisible(telephone) }),
  };
};

/**
 * What this very account last wrote of itself, which no one has to write twice. What a stranger filed with the same
 * contact never comes back in a form.
 */
const derniereSaisie = async (reference: Reference, { table }: Contexte): Promise<Saisie> => {
  const { usager } = (await demandeStore(table).get(reference)).valeur;
  if (usager.qualite === 'correspondant') return {};
  const { parSms: _, ...saisie } = usager;
  return saisie;
};

export const handler = lambda(consulterCompte);
