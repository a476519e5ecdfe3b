import * as z from 'zod';
import { Jointes } from '../pieces/jointes.ts';
import { PIECES_MAX } from '../pieces/piece.ts';
import { EtapeCada, Moyen } from './fait.ts';
import { EnBref, EnDroit, EnFait, motifFacultatif } from './raisons.ts';
import { Reference } from './reference.ts';

export const Jour = z.iso.date('Indiquez une date.');

const texte = (manque: string, max = 1000) => z.string().trim().min(1, manque).max(max);
/** The day on which it happened, when it is not today. */
const jour = Jour.optional();

/** What an agent writes down that no screen of the person has told. */
export const Consigne = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('pieces-recues'),
    pieces: z.array(z.string().max(60)).min(1, 'Choisissez au moins une pièce.').max(PIECES_MAX),
    /** What an agent scanned of them. */
    fichiers: Jointes.optional(),
    jour,
  }),
  z.object({
    type: z.literal('original-demande'),
    piece: texte('Nommez la pièce.', 120),
    motif: EnBref('Dites ce qui fait douter de la copie. (CRPA, R113-6)'),
    /** By when the person is asked to bring it. */
    jusquau: Jour.optional(),
    /** Without a registered letter, the original is asked for, and nothing is suspended. */
    recommande: z
      .object({
        numero: texte('Donnez le numéro du recommandé.', 40),
        le: Jour,
        /** Sent electronically: the day on which the person had agreed to it (CRPA L112-15). */
        accordLe: Jour.optional(),
      })
      .optional(),
  }),
  z.object({ type: z.literal('original-produit'), jour }),
  z.object({
    type: z.literal('verification-ouverte'),
    motif: EnFait('Dites les indices qui justifient cette suspension. (CRPA, R115-5)', 1000),
    jour,
  }),
  z.object({
    type: z.literal('verification-levee'),
    /** Nothing, or something that can be read. */
    motif: motifFacultatif(1000),
    jour,
  }),
  z.object({
    type: z.literal('regularisation-demandee'),
    formalites: EnBref('Dites ce qu’il faut régulariser, et comment. (CRPA, L114-6)'),
    droit: EnDroit('Citez le texte qui le prévoit. (CRPA, L114-6)'),
    jusquau: Jour,
  }),
  z.object({
    type: z.literal('transmise'),
    administration: texte('Nommez l’administration compétente.', 120),
    motif: EnBref('Dites pourquoi elle est compétente.'),
    /** The file itself must have left before anyone is told that it did (CRPA L114-2). */
    depart: z.object({
      par: z.enum(['recommande', 'courriel', 'bordereau'], { error: 'Dites comment le dossier est parti.' }),
      le: Jour,
      preuve: texte('Dites ce qui prouve cet envoi : numéro, adresse, ou nom de qui l’a reçu.', 160),
    }),
  }),
  z.object({
    type: z.literal('prolongation'),
    motif: EnBref('Dites pourquoi ce délai ne suffit pas. (RGPD, article 12-3)'),
  }),
  z.object({ type: z.literal('cada'), etape: EtapeCada, jour }),
  // What the person answered to what the commune considers, on paper or by voice.
  z.object({
    type: z.literal('observations'),
    texte: z.string().trim().min(1, 'Écrivez ce que la personne a répondu.').max(4000),
    jour,
  }),
  z.object({
    type: z.literal('retrait-abandonne'),
    motif: EnBref('Dites pourquoi la décision est maintenue.'),
  }),
  z.object({
    type: z.literal('notification'),
    moyen: Moyen,
    numero: z.string().trim().max(40).optional(),
    jour: Jour,
  }),
  z.object({ type: z.literal('mediation'), etape: z.enum(['engagee', 'close']), jour }),
  z.object({ type: z.literal('desistement'), jour }),
  // What the person asked on paper or by voice.
  z.object({ type: z.literal('motifs-demandes'), jour }),
  z.object({ type: z.literal('recours-gracieux'), reference: Reference, jour }),
  z.object({
    type: z.literal('rouverte'),
    canal: z.enum(['telephone', 'guichet', 'courrier']).default('telephone'),
    motif: EnBref('Dites pourquoi la demande est rouverte.', 300),
  }),
]);
export type Consigne = z.infer<typeof Consigne>;
