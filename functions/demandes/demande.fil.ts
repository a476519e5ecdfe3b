import { identifiant } from '../platform/aleas.ts';
import type { Contexte } from '../platform/perform.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeStore } from './demande.store.ts';
import type { Auteur, Demande } from './demande.ts';
import type { Message } from './message.ts';
import type { Reference } from './reference.ts';

type Mot = { texte: string; signe: (demande: Demande) => Auteur };

/** Adds a word to the thread. The demande moves on to a new version: who decides must have read it. */
export const ajouterMessage = async (
  reference: Reference,
  { texte, signe }: Mot,
  { demandeur, now, table }: Contexte,
): Promise<{ demande: Demande; message: Message }> => {
  const demandes = demandeStore(table);
  const lue = await demandes.get(reference);
  verifierAcces(demandeur, lue.valeur);
  const par = signe(lue.valeur);
  const message: Message = { id: identifiant(), le: now.toISOString(), par, canal: 'web', texte };
  demandes.addMessage(reference, message);
  demandes.replace(lue, lue.valeur, {
    le: message.le,
    phrase: par.qui === 'usager' ? 'La personne a écrit' : `${par.nom} a écrit`,
  });
  return { demande: lue.valeur, message };
};
