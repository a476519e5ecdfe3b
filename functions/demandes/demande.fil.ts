import { identifiant } from '../platform/aleas.ts';
import type { Contexte } from '../platform/perform.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeStore } from './demande.store.ts';
import type { Auteur, Canal, Demande } from './demande.ts';
import type { Message } from './message.ts';
import type { Reference } from './reference.ts';

type Lue = { valeur: Demande; version: number };
type Mot = {
  texte: string;
  signe: (demande: Demande) => Auteur;
  canal?: (demande: Demande) => Canal;
};

/** Adds a word to the thread. The demande moves on to a new version: who decides must have read it. */
export const ajouterMessage = async (
  reference: Reference,
  { texte, signe, canal = () => 'web' }: Mot,
  { demandeur, now, table }: Contexte,
): Promise<{ demande: Demande; message: Message }> => {
  const demandes = demandeStore(table);
  const lue = await demandes.get(reference);
  verifierAcces(demandeur, lue.valeur);
  const message: Message = {
    id: identifiant(),
    le: now.toISOString(),
    par: signe(lue.valeur),
    canal: canal(lue.valeur),
    texte,
  };
  joindre(lue, message, table);
  return { demande: lue.valeur, message };
};

/** Puts a word in the thread, and moves the demande on. */
export const joindre = (lue: Lue, message: Message, table: Contexte['table']): void => {
  const demandes = demandeStore(table);
  demandes.addMessage(lue.valeur.reference, message);
  demandes.replace(lue, lue.valeur, {
    le: message.le,
    phrase: message.par.qui === 'usager' ? 'La personne a écrit' : `${message.par.nom} a écrit`,
    deLaPersonne: message.par.qui === 'usager',
  });
};
