import { demandeStore } from '../demandes/demande.store.ts';
import { Reference } from '../demandes/reference.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { compteDe } from '../platform/session.ts';
import { demandesDe } from './compte.demandes.ts';
import { compteStore } from './compte.store.ts';
import type { Compte } from './compte.ts';
import { estTelephone, lisible } from './contact.ts';
import { type Saisie, usagerActions } from './usager.actions.ts';

export const consulterCompte = implement(usagerActions.consulterCompte, async (_, contexte) => {
  const session = compteDe(contexte.demandeur);
  const compte = await compteStore(contexte.table, contexte.now).get(session.compte);
  if (!compte) throw new Refus('non-connecte');
  const [derniere] = await demandesDe(session, contexte);
  const nom = [compte.prenom, compte.nom].filter(Boolean).join(' ');
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

/** What the person last wrote of themselves, which no one has to write twice. */
const derniereSaisie = async (reference: string, { table }: Contexte): Promise<Saisie> => {
  const { usager } = (await demandeStore(table).get(Reference.parse(reference))).valeur;
  if (usager.qualite === 'correspondant') return {};
  const { parSms: _, ...saisie } = usager;
  return saisie;
};

export const handler = lambda(consulterCompte);
