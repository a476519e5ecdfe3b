import * as z from 'zod';
import { Service } from '../commune/commune.ts';
import { NatureActe } from '../commune/delegation.ts';
import { Autorite } from '../demarches/autorite.ts';
import { Regime } from '../demarches/demarche.ts';
import { Voies } from '../demarches/recours.ts';
import { Doctrine } from '../echeances/doctrine.ts';
import { Piece } from '../pieces/piece.ts';
import { Usager } from '../usagers/usager.ts';
import { Canal, Fait } from './fait.ts';
import { Statut } from './gestes.ts';
import { ALire, Message } from './message.ts';
import { AgirAvant } from './priorite.ts';
import { Projet } from './projet.ts';
import { Voie } from './voie.ts';

const Terme = z.object({
  sens: z.enum(['acceptation', 'rejet']),
  le: z.iso.date(),
  constatableLe: z.iso.date(),
  dernierJourUtile: z.iso.date(),
});

/** A point of the line of life: what happened or what will, with the reasons of a date. */
export const Point = z.object({
  le: z.iso.date(),
  heure: z.string().optional(),
  titre: z.string(),
  detail: z.string().optional(),
  moment: z.enum(['passe', 'a-venir']),
  pourquoi: z.array(z.object({ phrase: z.string(), article: z.string() })),
});
export type Point = z.infer<typeof Point>;

/** Where a pièce stands: the law counts from its receipt, the agent looks at it afterwards. */
const EtatPiece = z.enum(['manquante', 'recue', 'acceptee', 'refusee']);
export type EtatPiece = z.infer<typeof EtatPiece>;

const Manquante = z.object({
  id: z.string(),
  nom: z.string(),
  motif: z.string(),
  fondement: z.string().optional(),
  recue: z.boolean(),
  etat: EtatPiece,
});

const commun = {
  reference: z.string(),
  objet: z.string(),
  /** The demande whose decision it contests. */
  conteste: z.string().optional(),
  statut: Statut,
  phrase: z.string(),
  aQui: z.enum(['usager', 'mairie', 'personne']),
  service: Service,
  terme: Terme.nullable(),
  /** The sentences that lead to the term, each with its article. */
  pourquoi: Point.shape.pourquoi,
  etatHorloge: z.enum(['sans-decision-implicite', 'court', 'attend-pieces', 'suspendue', 'decidee']),
  vie: z.array(Point),
  manquantes: z.array(Manquante),
  jusquau: z.iso.date().optional(),
  messages: z.array(Message),
  pieces: z.array(Piece.extend({ intitule: z.string() })),
  decision: z.object({ titre: z.string(), lignes: z.array(z.string()) }).optional(),
};

/** What the person who asked sees of a demande. */
export const Suivi = z.object({
  ...commun,
  agent: z.object({ nom: z.string(), qualite: z.string() }).optional(),
  /** What the person may do now: draw the attestation, ask why, contest, give up. */
  gestes: z.array(z.string()),
  /** The last day to contest, when one runs; and whether it has passed. */
  contestable: z.object({ jusquau: z.iso.date(), passe: z.boolean() }).optional(),
  /** What the commune considers taking back, until when the person may answer, and whether they have. */
  envisage: z.object({ lignes: z.array(z.string()), jusquau: z.iso.date(), repondu: z.boolean() }).optional(),
  /** What the law opens now that it is decided. */
  suites: z.array(z.object({ titre: z.string(), lignes: z.array(z.string()) })),
  reponses: z.array(z.object({ libelle: z.string(), valeur: z.string() })),
  promises: z.array(z.object({ id: z.string(), nom: z.string(), aide: z.string().optional() })),
  lecteurs: z.array(z.object({ le: z.iso.date(), nom: z.string() })),
  /** Who signalled did not say who they are: no accusé was issued. */
  sansAccuse: z.literal(true).optional(),
  /** The last day on which a word opens it again. */
  rouvrableJusquau: z.iso.date().optional(),
  /** Who reads it is signed in, and it is not yet among their demandes. */
  rattachable: z.boolean().optional(),
});
export type Suivi = z.infer<typeof Suivi>;

/** What an agent of the service sees of a demande. */
export const Dossier = z.object({
  ...commun,
  version: z.number().int(),
  aLire: ALire.optional(),
  danger: z.literal(true).optional(),
  canal: Canal,
  recueLe: z.iso.datetime(),
  personne: z.string(),
  usager: Usager,
  agent: z.object({ id: z.string(), nom: z.string(), qualite: z.string() }).optional(),
  reponses: z.array(
    z.object({ libelle: z.string(), valeur: z.string(), reservee: z.literal(true).optional() }),
  ),
  attendues: z.array(
    z.object({
      id: z.string(),
      nom: z.string(),
      fondement: z.string().optional(),
      indispensable: z.boolean(),
      obligatoire: z.boolean(),
      recue: z.boolean(),
      etat: EtatPiece,
    }),
  ),
  gestes: z.array(z.string()),
  /** The acts that this agent signs today, with what is printed; the others, they prepare. And who would sign them. */
  signe: z.partialRecord(NatureActe, z.string()),
  signataires: z.array(z.object({ id: z.string(), nom: z.string(), qualite: z.string() })),
  /** The délibération that an acceptance needs (CGCT L2311-7…). */
  deliberation: z.string().optional(),
  aSigner: Projet.optional(),
  recours: Voies.optional(),
  autorite: Autorite.optional(),
  /** What the clock is made of, so that a page can say what an act would do to the date. */
  regime: Regime,
  faits: z.array(Fait),
  doctrine: Doctrine.optional(),
  /** What the person said they would send later. */
  promises: z.array(z.object({ id: z.string(), nom: z.string() })),
  /** By when a grant may be withdrawn for illegality; the reasons of a silence, given. */
  limites: z.object({
    retrait: z.iso.date().optional(),
    motifs: z.iso.date().optional(),
    accuse: z.iso.date().optional(),
    obligation: z
      .object({
        le: z.iso.date(),
        phrase: z.string(),
        fondement: z.string(),
        prolongeableAu: z.iso.date().optional(),
      })
      .optional(),
  }),
  /** Must a decision be printed and handed over? No way leads to the person. */
  surPapier: z.boolean(),
  autres: z.array(
    z.object({ reference: z.string(), objet: z.string(), statut: Statut, recueLe: z.string() }),
  ),
  echecs: z.array(z.string()),
  /** By which ways an answer will leave; none when the person can only be met or called. */
  voies: z.array(Voie),
  /** To whom a demande may be sent on. */
  services: z.array(z.object({ id: z.string(), nom: z.string() })),
});
export type Dossier = z.infer<typeof Dossier>;

/** An act that waits for a signature, as who may sign it reads it: the letter, and nothing else of the file. */
export const ActeEnAttente = z.object({
  reference: z.string(),
  version: z.number().int(),
  objet: z.string(),
  personne: z.string(),
  acte: z.string(),
  prepare: z.object({ par: z.string(), le: z.iso.datetime() }),
  /** The legal date, and the last day on which a signature is still of use. */
  terme: z
    .object({ le: z.iso.date(), sens: z.enum(['acceptation', 'rejet']), dernierJourUtile: z.iso.date() })
    .optional(),
  lettre: z.object({ objet: z.string(), paragraphes: z.array(z.string()) }).optional(),
  /** Why it can no longer be signed as it is: signing it sends it back. */
  empechement: z.string().optional(),
});
export type ActeEnAttente = z.infer<typeof ActeEnAttente>;

/** A line of the agents' queue. */
export const Ligne = z.object({
  reference: z.string(),
  objet: z.string(),
  /** What was answered that one must see at a glance: a place, a danger. */
  apercu: z.string().optional(),
  personne: z.string(),
  canal: Canal,
  statut: Statut,
  service: z.string(),
  recueLe: z.string(),
  agent: z.string().optional(),
  terme: z.object({ le: z.string(), sens: z.enum(['acceptation', 'rejet']) }).optional(),
  /** By when the commune must answer, where silence decides nothing. */
  obligation: z.object({ le: z.string(), phrase: z.string() }).optional(),
  /** The person is to bring an original (CRPA R113-6). */
  originalAttendu: z.literal(true).optional(),
  /** What silence decided, even if the commune went back on it. */
  silence: z.enum(['acceptation', 'rejet']).optional(),
  joursRestants: z.number().int().optional(),
  /** Someone may be hurt: it comes before all else. */
  danger: z.literal(true).optional(),
  /** It is the person's turn, or a check's, until a day. */
  pause: z
    .object({ quoi: z.enum(['pieces', 'original', 'verification']), jusquau: z.iso.date().optional() })
    .optional(),
  /** By when the reasons of a silence, which were asked, are due. */
  motifs: z.iso.date().optional(),
  /** What to do first, and by when; absent once nothing is left to do. */
  agirAvant: AgirAvant.optional(),
  dernierMot: z.object({ le: z.string(), phrase: z.string(), deLaPersonne: z.boolean().optional() }),
  /** The person wrote once all was over, and nobody has read it yet. */
  aLire: ALire.optional(),
  /** An act was prepared: it waits for a signature, or was sent back. */
  aSigner: z.object({ acte: z.string(), depuis: z.string(), renvoye: z.literal(true).optional() }).optional(),
});
export type Ligne = z.infer<typeof Ligne>;

/** What the queue keeps of a demande; how many days are left, and what comes first, depend on the day. */
export type Resume = Omit<Ligne, 'joursRestants' | 'agirAvant'>;

/** Where a page of the queue ends: the open demandes of a service, those that nobody has qualified, or a month of closed ones. */
export const Signet = z.object({
  service: z.string(),
  file: z.string().regex(/^(ouverte|a-qualifier|a-lire|\d{4}-\d\d)$/),
  apres: z.string().max(100),
});
export type Signet = z.infer<typeof Signet>;

/** A line of the public register: no name, no reference (CRPA L232-2). */
export const LigneRegistre = z.object({
  numero: z.string(),
  demarche: z.string(),
  resume: z.string(),
  recueLe: z.iso.date(),
  /** The day on which it is held to be accepted, if no one answers; none while it waits for pièces. */
  accepteeLe: z.iso.date().optional(),
  etat: z.enum(['en-cours', 'acceptee-par-silence', 'decidee', 'retiree']),
});
export type LigneRegistre = z.infer<typeof LigneRegistre>;
