import type { Promesse } from '../envois/envoi.ts';
import { identifiant } from '../platform/aleas.ts';
import type { Contexte } from '../platform/perform.ts';
import { verifierAcces } from './demande.acces.ts';
import { type DemandeLue, demandeStore } from './demande.store.ts';
import type { Demande } from './demande.ts';
import type { Auteur, Canal } from './fait.ts';
import type { Message } from './message.ts';
import type { Reference } from './reference.ts';
import { sansALire } from './reouverture.ts';

type Mot = {
  texte: string;
  /** Names of the files that go with it. */
  jointes?: readonly string[];
  /** Whom it makes the commune write to. */
  promettre: (demande: Demande, message: Message) => Promesse[];
  signe: (demande: Demande) => Auteur;
  canal?: (demande: Demande) => Canal;
  /** The version that the agent had before their eyes: what came since is not read yet. */
  vue?: number | undefined;
};

/** Adds a word of an agent to the thread. The demande moves on to a new version: who decides must have read it. */
export const ajouterMessage = async (
  reference: Reference,
  { texte, jointes = [], promettre, signe, canal = () => 'web', vue }: Mot,
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
    ...(jointes.length > 0 && { jointes: [...jointes] }),
  };
  demandes.addMessage(reference, message);
  demandes.replace(lue, repondue(lue, vue), {
    now,
    dernierMot: { le: message.le, phrase: `${message.par.nom} a écrit`, deLaPersonne: false },
    promis: promettre(lue.valeur, message),
  });
  return message;
};

/** An answer reads what waited, unless it was written before the last word came. */
const repondue = ({ valeur, version }: DemandeLue, vue = version): Demande =>
  vue === version ? sansALire(valeur) : valeur;
