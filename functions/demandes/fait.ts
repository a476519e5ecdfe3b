import * as z from 'zod';
import { Fondement } from '../demarches/fondement.ts';
import { MotifEcart } from '../interactions/interaction.ts';

export const Canal = z.enum(['web', 'courriel', 'sms', 'telephone', 'guichet', 'courrier']);
export type Canal = z.infer<typeof Canal>;

/** Who did it, as a person would say it; `id` only for an agent. */
export const Auteur = z.object({
  qui: z.enum(['usager', 'agent', 'horloge']),
  nom: z.string(),
  id: z.string().optional(),
  /** A decision notified online needs no signature if it shows name, quality and service (CRPA L212-2). */
  service: z.string().optional(),
  /** Under an act: what is printed, and what is kept of the arrêté on which it rests (CRPA L212-1; CGCT L2122-19). */
  signe: z
    .object({
      formule: z.string(),
      delegation: z
        .object({
          nature: z.enum(['fonction', 'signature']),
          arrete: z.object({ numero: z.string(), le: z.iso.date() }),
        })
        .optional(),
      preparePar: z.string().optional(),
      aLaMain: z.literal(true).optional(),
    })
    .optional(),
});
export type Auteur = z.infer<typeof Auteur>;

const signature = { le: z.iso.datetime(), par: Auteur };
/** When it happened, where that is not the day on which an agent wrote it down. */
const jour = z.iso.date().optional();
/** It came once the delay to contest was over: it is kept all the same. */
const horsDelai = z.literal(true).optional();

export const PieceManquante = z.object({
  id: z.string(),
  nom: z.string(),
  motif: z.string(),
  fondement: Fondement.optional(),
  indispensable: z.boolean(),
  recue: z.boolean(),
});
export type PieceManquante = z.infer<typeof PieceManquante>;

/** Which of the two acts a reason allows, and whether it must come within four months. */
export type RegleRetrait = {
  nom: string;
  texte: string;
  natures: readonly ('retrait' | 'abrogation')[];
  quatreMois: boolean;
  /** False when the person asked for it themself (CRPA L121-1). */
  contradictoire?: boolean;
};

/** Why a decision that gave a right is taken back, and whether a delay binds it (CRPA L242-1, L242-2, L242-4, L241-2). */
export const MOTIFS_RETRAIT = {
  illegale: {
    nom: 'La décision est illégale',
    texte: 'CRPA, L242-1',
    natures: ['retrait', 'abrogation'],
    quatreMois: true,
  },
  'condition-non-remplie': {
    nom: 'Une condition de la décision n’est plus remplie',
    texte: 'CRPA, L242-2, 1°',
    natures: ['abrogation'],
    quatreMois: false,
  },
  'aide-mal-employee': {
    nom: 'Les conditions de l’aide n’ont pas été respectées',
    texte: 'CRPA, L242-2, 2°',
    natures: ['retrait'],
    quatreMois: false,
  },
  'demande-du-beneficiaire': {
    nom: 'La décision est illégale, et la personne demande elle-même qu’elle cesse',
    texte: 'CRPA, L242-3',
    natures: ['retrait', 'abrogation'],
    quatreMois: true,
    contradictoire: false,
  },
  fraude: {
    nom: 'La décision a été obtenue par fraude',
    texte: 'CRPA, L241-2',
    natures: ['retrait', 'abrogation'],
    quatreMois: false,
  },
} as const satisfies Record<string, RegleRetrait>;
export const MotifRetrait = z.enum(
  Object.keys(MOTIFS_RETRAIT) as [keyof typeof MOTIFS_RETRAIT, ...(keyof typeof MOTIFS_RETRAIT)[]],
);
export type MotifRetrait = z.infer<typeof MotifRetrait>;

/** When the person need not be heard first (CRPA L121-2). */
export const DISPENSES = {
  urgence: 'L’urgence ou des circonstances exceptionnelles (CRPA, L121-2, 1°)',
  'ordre-public': 'L’ordre public serait compromis (CRPA, L121-2, 2°)',
  'autre-procedure': 'Une loi prévoit une autre procédure contradictoire (CRPA, L121-2, 3°)',
} as const;
export const Dispense = z.enum(
  Object.keys(DISPENSES) as [keyof typeof DISPENSES, ...(keyof typeof DISPENSES)[]],
);

/** How a decision was handed over, where a mail did not do. */
export const MOYENS = {
  recommande: 'par lettre recommandée avec avis de réception',
  'main-propre': 'en main propre, contre signature',
  lettre: 'par lettre',
  commissaire: 'par commissaire de justice',
} as const;
export const Moyen = z.enum(Object.keys(MOYENS) as [keyof typeof MOYENS, ...(keyof typeof MOYENS)[]]);

/** What an agent must be reminded of. */
export const ObjetRappel = z.enum(['terme', 'accuse', 'motifs', 'retrait']);
export type ObjetRappel = z.infer<typeof ObjetRappel>;

/** How the original was asked for: by registered letter, or electronically with the prior consent of the person (CRPA R113-6, L112-15). */
export const Recommande = z.object({
  numero: z.string(),
  le: z.iso.date(),
  accordLe: z.iso.date().optional(),
});

/** How the file left for the administration that will answer, and what proves it. */
export const Depart = z.object({
  par: z.enum(['recommande', 'courriel', 'bordereau']),
  le: z.iso.date(),
  preuve: z.string(),
});
export type Depart = z.infer<typeof Depart>;

/** What happens before the CADA (CRPA R343-1 to R343-5). */
export const EtapeCada = z.enum(['enregistree', 'avis-favorable', 'avis-defavorable', 'refus-confirme']);

/** What happened, in the past, in order. The clock and the line of life are read from these and from nothing else. */
export const Fait = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('recue'),
    canal: Canal,
    /** By post or at the counter, what was received one day may be written down another. */
    saisieLe: z.iso.datetime().optional(),
    /** Another administration had it first, and sent it on (CRPA L114-2). */
    transmisePar: z.object({ administration: z.string(), recueLe: z.iso.date() }).optional(),
    ...signature,
  }),
  z.object({
    type: z.literal('qualifiee'),
    demarche: z.string(),
    service: z.string(),
    /** The questions on which the regime depends, and that nobody has answered: to ask. */
    aDemander: z.array(z.string()).optional(),
    ...signature,
  }),
  z.object({ type: z.literal('ecartee'), motif: MotifEcart, precision: z.string(), ...signature }),
  z.object({
    type: z.literal('transmise'),
    administration: z.string(),
    motif: z.string(),
    depart: Depart.optional(),
    ...signature,
  }),
  z.object({ type: z.literal('prise-en-charge'), ...signature }),
  z.object({
    type: z.literal('pieces-demandees'),
    pieces: z.array(z.string()),
    jusquau: z.iso.date(),
    arreteLeDelai: z.boolean(),
    /** What the agent wrote with the request. */
    message: z.string().optional(),
    ...signature,
  }),
  z.object({
    type: z.literal('pieces-recues'),
    pieces: z.array(z.string()),
    complet: z.boolean(),
    /** How many are still awaited, those that do not stop the clock included. */
    reste: z.number().int().default(0),
    jour,
    ...signature,
  }),
  z.object({
    type: z.literal('piece-examinee'),
    piece: z.object({ id: z.string(), nom: z.string() }),
    verdict: z.enum(['acceptee', 'refusee']),
    motif: z.string(),
    ...signature,
  }),
  z.object({ type: z.literal('delai-imparti-passe'), jusquau: z.iso.date(), ...signature }),
  z.object({
    type: z.literal('original-demande'),
    piece: z.string(),
    motif: z.string(),
    jusquau: z.iso.date().optional(),
    /** Without it, nothing is suspended. */
    recommande: Recommande.optional(),
    ...signature,
  }),
  z.object({ type: z.literal('original-produit'), piece: z.string(), jour, ...signature }),
  z.object({ type: z.literal('verification-ouverte'), motif: z.string(), jour, ...signature }),
  z.object({ type: z.literal('verification-levee'), motif: z.string(), jour, ...signature }),
  /** The person is told, within the first delay, that more is needed (GDPR, article 12-3). */
  z.object({ type: z.literal('prolongation'), motif: z.string(), ...signature }),
  z.object({
    type: z.literal('regularisation-demandee'),
    formalites: z.string(),
    droit: z.string(),
    jusquau: z.iso.date(),
    ...signature,
  }),
  z.object({
    type: z.literal('rappel'),
    objet: ObjetRappel.default('terme'),
    palier: z.number(),
    /** The day that the reminder speaks of. */
    terme: z.iso.date(),
    ...signature,
  }),
  z.object({
    type: z.literal('decision'),
    sens: z.enum(['acceptation', 'refus', 'cloture']),
    texte: z.string(),
    faits: z.string().optional(),
    droit: z.string().optional(),
    /** What an acceptance subjects the right to: reasons and ways of appeal are then due (CRPA L211-2, 3°). */
    conditions: z.string().optional(),
    /** The act of which it takes the place (CRPA L243-1, L243-3), and the recours gracieux that was granted. */
    remplace: z.object({ le: z.iso.date(), recours: z.string().optional() }).optional(),
    /** Who has the right asked for this one instead: it is more favourable, and harms nobody else (CRPA L242-4). */
    aLaDemande: z.object({ le: z.iso.date(), par: Canal }).optional(),
    /** The vote of the conseil municipal on which it rests (CGCT L2311-7). */
    deliberation: z.object({ numero: z.string(), le: z.iso.date() }).optional(),
    /** When it was taken and when it was notified, where they are not the day on which it left by this house. */
    priseLe: z.iso.date().optional(),
    notifieeLe: z.iso.date().optional(),
    ...signature,
  }),
  z.object({
    type: z.literal('silence'),
    sens: z.enum(['acceptation', 'rejet']),
    terme: z.iso.date(),
    ...signature,
  }),
  z.object({ type: z.literal('attestation'), code: z.string(), ...signature }),
  z.object({ type: z.literal('motifs-demandes'), jour, horsDelai, ...signature }),
  z.object({ type: z.literal('motifs-communiques'), faits: z.string(), droit: z.string(), ...signature }),
  z.object({
    type: z.literal('retrait'),
    nature: z.enum(['retrait', 'abrogation']),
    motif: MotifRetrait,
    faits: z.string(),
    droit: z.string(),
    /** Why the person was not heard first (CRPA L121-2). */
    dispense: z.object({ cas: Dispense, raisons: z.string() }).optional(),
    ...signature,
  }),
  // The contradictory step: what is considered, until when one may answer, what was answered (CRPA L121-1, L122-1).
  z.object({
    type: z.literal('retrait-envisage'),
    nature: z.enum(['retrait', 'abrogation']),
    motif: MotifRetrait,
    faits: z.string(),
    droit: z.string(),
    jusquau: z.iso.date(),
    ...signature,
  }),
  z.object({ type: z.literal('observations'), texte: z.string(), jour, ...signature }),
  z.object({ type: z.literal('retrait-abandonne'), motif: z.string(), ...signature }),
  // A decision that its mail did not announce, and how it was notified later.
  z.object({ type: z.literal('notification-revenue'), motif: z.string(), ...signature }),
  z.object({
    type: z.literal('notification'),
    moyen: Moyen,
    numero: z.string().optional(),
    jour: z.iso.date(),
    ...signature,
  }),
  z.object({
    type: z.literal('recours-gracieux'),
    /** The demande that carries it: it has its own clock (CRPA L411-7). */
    reference: z.string(),
    jour,
    horsDelai,
    ...signature,
  }),
  z.object({ type: z.literal('cada'), etape: EtapeCada, jour, ...signature }),
  z.object({ type: z.literal('mediation'), etape: z.enum(['engagee', 'close']), jour, ...signature }),
  z.object({ type: z.literal('desistement'), jour, ...signature }),
  /** It had been answered without a decision, and the person wrote again; no clock starts. */
  z.object({
    type: z.literal('rouverte'),
    canal: Canal,
    motif: z.string(),
    ...signature,
  }),
]);
export type Fait = z.infer<typeof Fait>;
export type FaitDe<T extends Fait['type']> = Extract<Fait, { type: T }>;
