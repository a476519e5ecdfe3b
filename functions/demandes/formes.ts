import * as z from 'zod';
import { Service } from '../commune/commune.ts';
import { Piece } from '../pieces/piece.ts';
import { Usager } from '../usagers/usager.ts';
import { Canal, Statut } from './demande.ts';
import { Message } from './message.ts';
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

const Manquante = z.object({
  id: z.string(),
  nom: z.string(),
  motif: z.string(),
  fondement: z.string().optional(),
  recue: z.boolean(),
});

const commun = {
  reference: z.string(),
  objet: z.string(),
  statut: Statut,
  phrase: z.string(),
  aQui: z.enum(['usager', 'mairie', 'personne']),
  service: Service,
  terme: Terme.nullable(),
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
  /** What the law opens now that it is decided. */
  suites: z.array(z.object({ titre: z.string(), lignes: z.array(z.string()) })),
  reponses: z.array(z.object({ libelle: z.string(), valeur: z.string() })),
  promises: z.array(z.object({ id: z.string(), nom: z.string(), aide: z.string().optional() })),
  lecteurs: z.array(z.object({ le: z.iso.date(), nom: z.string() })),
  /** Who reads it is signed in, and it is not yet among their demandes. */
  rattachable: z.boolean().optional(),
});
export type Suivi = z.infer<typeof Suivi>;

/** What an agent of the service sees of a demande. */
export const Dossier = z.object({
  ...commun,
  version: z.number().int(),
  canal: Canal,
  recueLe: z.iso.datetime(),
  personne: z.string(),
  usager: Usager,
  agent: z.object({ id: z.string(), nom: z.string(), qualite: z.string() }).optional(),
  reponses: z.array(z.object({ libelle: z.string(), valeur: z.string() })),
  attendues: z.array(
    z.object({
      id: z.string(),
      nom: z.string(),
      fondement: z.string().optional(),
      indispensable: z.boolean(),
      obligatoire: z.boolean(),
      recue: z.boolean(),
    }),
  ),
  gestes: z.array(z.string()),
  recours: z.enum(['tribunal', 'cada']),
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

/** A line of the agents' queue. */
export const Ligne = z.object({
  reference: z.string(),
  objet: z.string(),
  personne: z.string(),
  canal: Canal,
  statut: Statut,
  service: z.string(),
  recueLe: z.string(),
  agent: z.string().optional(),
  terme: z.object({ le: z.string(), sens: z.enum(['acceptation', 'rejet']) }).optional(),
  joursRestants: z.number().int().optional(),
  dernierMot: z.object({ le: z.string(), phrase: z.string(), deLaPersonne: z.boolean().optional() }),
});
export type Ligne = z.infer<typeof Ligne>;
