import * as z from 'zod';
import { Slug } from '../commune/commune.ts';
import { MotifEcart } from '../interactions/interaction.ts';
import { PIECES_MAX, PieceId } from '../pieces/piece.ts';
import { AGENTS, action, Document, INSTRUCTEURS } from '../platform/action.ts';
import { UsagerIdentifie } from '../usagers/usager.ts';
import { Accuse } from './accuse.ts';
import { Dossier, Ligne, Suivi } from './formes.ts';
import { Message, Texte } from './message.ts';
import { Code, Reference } from './reference.ts';

const Valeur = z.union([z.string().max(4000), z.number(), z.boolean(), z.array(z.string().max(200)).max(20)]);
const Section = z.object({ titre: z.string(), lignes: z.array(z.string()) });

/** A piece that has arrived, and which expected pièce it answers. */
const Jointe = z.object({ pour: z.string().max(60), depot: PieceId });
const Jointes = z
  .array(Jointe)
  .max(PIECES_MAX, `${PIECES_MAX} fichiers au plus.`)
  .refine(
    (jointes) => new Set(jointes.map(({ depot }) => depot)).size === jointes.length,
    'Le même fichier est joint deux fois.',
  );

const demande = Reference;
const version = z.number().int().min(1);
const ecrite = { par: INSTRUCTEURS, writes: true, output: z.object({ version: z.number().int() }) } as const;
const conflits = ['introuvable', 'interdit', 'geste-impossible', 'modifie-entre-temps'] as const;

export const demandeActions = {
  deposerDemande: action({
    resume: 'Déposer une demande et recevoir son accusé de réception',
    route: 'POST /demandes',
    par: ['public'],
    writes: true,
    input: z.object({
      demarche: z.string().max(80),
      usager: UsagerIdentifie,
      reponses: z.record(z.string().max(60), Valeur),
      pieces: Jointes.default([]),
    }),
    output: z.object({ reference: z.string(), code: z.string(), accuse: Accuse, sections: z.array(Section) }),
    refuse: ['demarche-inconnue', 'reponses-incompletes', 'piece-inconnue'],
    limite: {
      quoi: 'depot',
      minutes: 60,
      parAdresse: 150,
      parIdentite: { champ: 'usager.courriel', fois: 30 },
    },
  }),
  ouvrirSuivi: action({
    resume: 'Ouvrir le suivi d’une demande avec sa référence et son code',
    route: 'POST /suivi',
    par: ['public'],
    writes: true,
    reponse: 'json',
    input: z.object({ reference: Reference, code: Code }),
    output: z.object({ reference: z.string(), cookies: z.array(z.string()) }),
    refuse: ['suivi-inconnu'],
    limite: { quoi: 'suivi', minutes: 60, parAdresse: 300, parIdentite: { champ: 'reference', fois: 30 } },
  }),
  suivreDemande: action({
    resume: 'Suivre une demande : état, dates, messages, pièces',
    route: 'GET /suivi/{demande}',
    par: ['usager'],
    writes: false,
    input: z.object({ demande }),
    output: Suivi,
    refuse: ['introuvable', 'interdit'],
  }),
  imprimerAccuse: action({
    resume: 'Télécharger l’accusé de réception, en PDF accessible',
    route: 'GET /suivi/{demande}/accuse.pdf',
    par: ['usager', ...AGENTS],
    writes: true,
    reponse: 'document',
    input: z.object({ demande }),
    output: Document,
    refuse: ['introuvable', 'interdit'],
  }),
  completerDemande: action({
    resume: 'Envoyer les pièces demandées',
    route: 'POST /suivi/{demande}/pieces',
    par: ['usager'],
    writes: true,
    input: z.object({
      demande,
      pieces: Jointes.min(1, 'Ajoutez au moins un fichier.'),
    }),
    output: z.object({ complet: z.boolean() }),
    refuse: ['introuvable', 'interdit', 'geste-impossible', 'piece-inconnue', 'modifie-entre-temps'],
  }),
  ecrireMairie: action({
    resume: 'Écrire à la mairie au sujet d’une demande',
    route: 'POST /suivi/{demande}/messages',
    par: ['usager'],
    writes: true,
    input: z.object({ demande, texte: Texte }),
    output: Message,
    refuse: ['introuvable', 'interdit'],
    limite: { quoi: 'message', minutes: 60, parAdresse: 300, parIdentite: { champ: 'demande', fois: 30 } },
  }),
  listerDemandes: action({
    resume: 'Lister les demandes de ses services, la plus urgente en premier',
    route: 'GET /demandes',
    par: AGENTS,
    writes: false,
    input: z.object({ vue: z.enum(['ouvertes', 'closes']).default('ouvertes') }),
    output: z.object({
      lignes: z.array(Ligne),
      services: z.array(z.object({ id: z.string(), nom: z.string() })),
    }),
    refuse: [],
  }),
  consulterDemande: action({
    resume: 'Ouvrir un dossier (la lecture laisse une trace que l’usager voit)',
    route: 'GET /demandes/{demande}',
    par: AGENTS,
    writes: true,
    input: z.object({ demande }),
    output: Dossier,
    refuse: ['introuvable', 'interdit'],
  }),
  qualifierDemande: action({
    ...ecrite,
    resume: 'Dire quelle démarche et quel service répondent à un message, et en accuser réception',
    route: 'POST /demandes/{demande}/qualification',
    par: AGENTS,
    input: z.object({
      demande,
      version,
      demarche: Slug.max(80, 'Choisissez une démarche.'),
      /** Another service than that of the démarche: what is asked freely may be for any of them. */
      service: Slug.optional(),
    }),
    refuse: [...conflits, 'demarche-inconnue', 'reponses-incompletes', 'entree-invalide'],
  }),
  ecarterDemande: action({
    ...ecrite,
    resume: 'Classer un message qui n’est pas une demande, avec son motif',
    route: 'POST /demandes/{demande}/ecart',
    par: AGENTS,
    input: z.object({
      demande,
      version,
      motif: MotifEcart,
      precision: z.string().trim().max(500).default(''),
    }),
    refuse: conflits,
  }),
  prendreEnCharge: action({
    ...ecrite,
    resume: 'Prendre un dossier en charge',
    route: 'POST /demandes/{demande}/prise-en-charge',
    input: z.object({ demande, version }),
    refuse: conflits,
  }),
  demanderPieces: action({
    ...ecrite,
    resume: 'Demander les pièces qui manquent',
    route: 'POST /demandes/{demande}/pieces-manquantes',
    input: z.object({
      demande,
      version,
      pieces: z
        .array(
          z.object({
            id: z.string().max(60).optional(),
            nom: z.string().trim().min(1, 'Nommez la pièce.').max(120),
            motif: z.string().trim().max(300).default(''),
          }),
        )
        .min(1, 'Choisissez au moins une pièce.')
        .max(PIECES_MAX),
      jusquau: z.iso.date('Indiquez une date.'),
      message: z.string().trim().max(2000).default(''),
    }),
    refuse: [...conflits, 'entree-invalide'],
  }),
  ecrireUsager: action({
    resume: 'Écrire à la personne',
    route: 'POST /demandes/{demande}/messages',
    par: AGENTS,
    writes: true,
    input: z.object({ demande, texte: Texte }),
    output: Message,
    refuse: ['introuvable', 'interdit'],
  }),
  accepterDemande: action({
    ...ecrite,
    resume: 'Accepter la demande et prévenir la personne',
    route: 'POST /demandes/{demande}/acceptation',
    input: z.object({ demande, version, texte: z.string().trim().max(4000).default('') }),
    refuse: conflits,
  }),
  cloturerDemande: action({
    ...ecrite,
    resume: 'Terminer une demande qui n’appelle pas de décision',
    route: 'POST /demandes/{demande}/cloture',
    input: z.object({
      demande,
      version,
      texte: z.string().trim().min(1, 'Dites à la personne ce qui a été fait.').max(4000),
    }),
    refuse: conflits,
  }),
  refuserDemande: action({
    ...ecrite,
    resume: 'Refuser la demande, avec ses motifs de fait et de droit',
    route: 'POST /demandes/{demande}/refus',
    input: z.object({
      demande,
      version,
      faits: z
        .string()
        .trim()
        .min(1, 'Dites ce qui, dans la situation, conduit au refus. (CRPA, L211-5)')
        .max(4000),
      droit: z
        .string()
        .trim()
        .min(1, 'Citez le texte sur lequel le refus se fonde. (CRPA, L211-5)')
        .max(2000),
    }),
    refuse: conflits,
  }),
};
