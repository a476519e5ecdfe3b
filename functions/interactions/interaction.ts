import * as z from 'zod';
import { Machine } from './automate.ts';

/** Why a message is set aside without an answer; abuse is CRPA L112-11. */
export const MotifEcart = z.enum(['pas-une-demande', 'publicite', 'abusif', 'doublon']);
export type MotifEcart = z.infer<typeof MotifEcart>;

export const MOTIFS_ECART: Record<MotifEcart, string> = {
  'pas-une-demande': 'Ce n’est pas une demande',
  publicite: 'Publicité ou courrier indésirable',
  abusif: 'Envoi abusif (CRPA, L112-11)',
  doublon: 'Déjà reçu',
};

/** Why a message waits for a person: the machine could not, or must not, decide alone. */
export const Raison = z.enum([
  'automatique',
  'sans-expediteur',
  'sans-texte',
  'illisible',
  'caracteres',
  'autre-expediteur',
  'reference-inconnue',
  'expediteur-douteux',
  'repondre-a',
  'interne',
  'dangereux',
  'non-verifie',
  'trop-de-messages',
  'sans-demande-libre',
  'choix-attendu',
]);
export type Raison = z.infer<typeof Raison>;

export const RAISONS: Record<Raison, string> = {
  automatique: 'Message automatique\u00a0: aucune réponse n’est partie.',
  'sans-expediteur': 'On ne sait pas qui écrit.',
  'sans-texte': 'Le message n’a pas de texte.',
  illisible: 'Le message n’a pas pu être lu. Son original est gardé.',
  caracteres: 'Une partie du texte est illisible. Son original est gardé.',
  'autre-expediteur': 'Ce message cite une demande, mais ne vient pas de la personne qui l’a faite.',
  'reference-inconnue': 'Ce message répond à une demande qui n’existe pas.',
  'expediteur-douteux': 'Rien ne prouve que ce message vienne de l’adresse affichée.',
  'repondre-a':
    'Ce message demande que la réponse aille à une autre adresse\u00a0: choisissez pour qui ouvrir la demande.',
  interne: 'Un agent ou un service a transmis ce message\u00a0: dites de la part de qui.',
  dangereux: 'Ce message contient un virus, ou du courrier indésirable.',
  'non-verifie': 'La recherche de virus n’a pas pu se faire\u00a0: les fichiers restent dans l’original.',
  'trop-de-messages': 'Cette personne a envoyé beaucoup de messages aujourd’hui.',
  'sans-demande-libre': 'La commune n’a pas ouvert la demande libre.',
  'choix-attendu':
    'Ce numéro a plusieurs demandes\u00a0: nous lui avons demandé laquelle. Sans réponse, c’est à vous de choisir.',
};

/** A reading by an agent, once a day each. */
const Lecture = z.object({ le: z.iso.date(), id: z.string(), nom: z.string() });
type Lecture = z.infer<typeof Lecture>;
const LECTURES_MAX = 50;

/** The readings with one more; the same agent on the same day is one. */
export const avecLecture = (lectures: readonly Lecture[], lecture: Lecture): Lecture[] =>
  [...lectures.filter(({ le, id }) => le !== lecture.le || id !== lecture.id), lecture].slice(-LECTURES_MAX);

/** Something that came in before anyone knew what it asks. It has a number before any treatment. */
export const Interaction = z.object({
  id: z.string(),
  canal: z.enum(['courriel', 'sms']),
  de: z.string(),
  nom: z.string().optional(),
  objet: z.string(),
  texte: z.string(),
  recueLe: z.iso.datetime(),
  /** Where the original bytes are kept; empty for an SMS. */
  original: z.string(),
  /** An SMS as it came, where what is shown of it had to be repaired or cut. */
  brut: z.string().optional(),
  etat: z.enum(['recue', 'a-trier', 'rattachee', 'repondue', 'ecartee']).default('a-trier'),
  raison: Raison.optional(),
  /** Which machine wrote, when one did. */
  machine: Machine.optional(),
  /** Nothing proves that it comes from the address that it shows. */
  nonProuve: z.boolean().optional(),
  /** The demande that it names, when it could not join it by itself. */
  visee: z.string().optional(),
  /** For whom a demande may be opened instead of the sender: who is to be answered, or who first wrote. */
  propose: z
    .object({ courriel: z.string(), nom: z.string(), parce: z.enum(['repondre-a', 'transfere']) })
    .optional(),
  /** The files that came with it, and why some are not kept. */
  fichiers: z
    .array(z.object({ nom: z.string(), octets: z.number(), refus: z.string().optional() }))
    .optional(),
  /** How many times its reading was begun: what kills its reader is not read for ever. */
  essais: z.number().int().default(0),
  demande: z.string().optional(),
  /** Who opened its original before it was anyone's: their reading goes with it into the demande that it joins. */
  lectures: z.array(Lecture).max(LECTURES_MAX).optional(),
  /** The demandes among which its sender was asked to choose. */
  propositions: z.array(z.object({ reference: z.string(), objet: z.string() })).optional(),
  tri: z
    .object({
      le: z.iso.datetime(),
      par: z.string(),
      motif: MotifEcart.optional(),
      precision: z.string().optional(),
    })
    .optional(),
});
export type Interaction = z.infer<typeof Interaction>;

/** Does it still wait for someone? */
export const attend = ({ etat }: Pick<Interaction, 'etat'>): boolean =>
  etat === 'recue' || etat === 'a-trier';

/** What no person wrote stands apart from what people did. */
export const estDUneMachine = ({ raison, machine }: Pick<Interaction, 'raison' | 'machine'>): boolean =>
  raison === 'automatique' || machine !== undefined;

/** A message is given to its reader this many times. */
export const ESSAIS_MAX = 6;
