import type { Promesse } from '../envois/envoi.ts';
import { identifiant } from '../platform/aleas.ts';
import type { Contexte } from '../platform/perform.ts';
import { verifierAcces } from './demande.acces.ts';
import { type DemandeLue, demandeStore } from './demande.store.ts';
import type { Demande } from './demande.ts';
import type { Auteur, Canal } from './fait.ts';
import type { Message } from './message.ts';
import type { Reference } from './reference.ts';

type Mot = {
  texte: string;
  /** Whom it makes the commune write to. */
  promettre: (demande: Demande, message: Message) => Promesse[];
  signe: (demande: Demande) => Auteur;
  canal?: (demande: Demande) => Canal;
};

/** Adds a word to the thread. The demande moves on to a new version: who decides must have read it. */
export const ajouterMessage = async (
  reference: Reference,
  { texte, promettre, signe, canal = () => 'web' }: Mot,
  { demandeur, now, table }: Contexte,
): Promise<Message> => {
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
  joindre(lue, { message, promis: promettre(lue.valeur, message) }, { now, table });
  return message;
};

/** Puts a word in the thread, and moves the demande on. */
export const joindre = (
  lue: DemandeLue,
  { message, promis }: { message: Message; promis: Promesse[] },
  { now, table }: Pick<Contexte, 'now' | 'table'>,
): void => {
  const demandes = demandeStore(table);
  demandes.addMessage(lue.valeur.reference, message);
  const dernierMot = {
    le: message.le,
    phrase: message.par.qui === 'usager' ? 'La personne a écrit' : `${message.par.nom} a écrit`,
    deLaPersonne: message.par.qui === 'usager',
  };
  demandes.replace(lue, lue.valeur, { now, dernierMot, promis });
};
