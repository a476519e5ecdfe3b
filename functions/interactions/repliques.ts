import type { Commune } from '../commune/commune.ts';
import { couper } from '../platform/texte.ts';

// What the machine answers to an SMS. Words that a plain SMS can write (no ç, ê, î…), in one message whenever it holds.

type Ville = Pick<Commune, 'telephone' | 'horaires'>;

export const STOP_NOTE = ({ telephone }: Ville): string =>
  `C’est noté, plus aucun SMS ne partira vers vous. Pour en recevoir de nouveau : REPRENDRE. Mairie : ${telephone}.`;

export const REPRISE_NOTEE = 'C’est noté, vous recevrez de nouveau nos SMS. Pour ne plus en recevoir : STOP.';

export const AIDE = ({ telephone }: Ville): string =>
  `Écrivez votre demande, ou un mot : SUIVI et la référence, PHOTO, RDV, NOUVELLE, STOP. Mairie : ${telephone}.`;

export const photo = (adresse: string): string =>
  `Les photos n’arrivent pas par SMS. Envoyez la photo par e-mail à ${adresse}`;

/** No appointment is taken here: the phone, and when someone answers. */
export const rendezVous = ({ telephone, horaires }: Ville): string =>
  `Pour un rendez-vous, appelez le ${telephone}. ${couper(horaires.map(({ jours, heures }) => `${jours} ${heures}`).join(', '), HORAIRES_MAX, '…')}`;
const HORAIRES_MAX = 90;

export const EXEMPLE_SUIVI =
  'Envoyez SUIVI puis votre référence, par exemple SUIVI K7M2-9QX3. Elle est dans votre accusé.';

export const autreNumero = (origine: string): string =>
  `Cette demande n’est pas liée à votre numéro. Suivez-la avec sa référence et son code : ${origine}/suivi`;

export const RIEN_A_REPONDRE =
  'Merci à vous. Pour demander quelque chose, écrivez-le ; pour les mots utiles : AIDE.';

export const CHOIX_INCONNU =
  'Nous n’attendions pas de choix. Écrivez votre demande, ou SUIVI et sa référence. Les mots utiles : AIDE.';

export const NOUVELLE_VIDE =
  'Écrivez votre nouvelle demande après le mot NOUVELLE, par exemple NOUVELLE : un arbre tombé.';

export const DEJA_TRIE =
  'Votre message a déjà été lu par un agent. Pour suivre une demande : SUIVI et sa référence.';

type Choisie = { reference: string; objet: string };

/** As many as one reads on a telephone; the others are named by their reference. */
export const CHOIX_MAX = 5;
const OBJET_MAX = 24;

/** Which demande? A number, a reference or its words answer. */
export const laquelle = (choix: readonly Choisie[], pour: 'message' | 'suivi'): string => {
  const liste = choix.map(({ reference, objet }, rang) =>
    pour === 'suivi' ? `${rang + 1} ${objetCourt(objet)} (${reference})` : `${rang + 1} ${objetCourt(objet)}`,
  );
  return pour === 'suivi'
    ? `Vos demandes : ${liste.join(', ')}. Envoyez SUIVI et la référence.`
    : `Message gardé. Pour quelle demande ? ${liste.join(', ')}. Répondez par le numéro, ou NOUVELLE.`;
};

export const objetCourt = (objet: string): string =>
  couper(objet.replace(/\s+/g, ' ').trim(), OBJET_MAX, '…');
