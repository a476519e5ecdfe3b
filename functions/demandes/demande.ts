import * as z from 'zod';
import { Autorite } from '../demarches/autorite.ts';
import { type Demarche, Regime } from '../demarches/demarche.ts';
import { Voies } from '../demarches/recours.ts';
import { Doctrine } from '../echeances/doctrine.ts';
import { citer } from '../echeances/explication.ts';
import { sommeDe } from '../echeances/horloge.ts';
import { ajouter, jourDe } from '../platform/dates.ts';
import { Refus } from '../platform/refus.ts';
import { Usager } from '../usagers/usager.ts';
import { type Canal, Fait, type FaitDe, PieceManquante } from './fait.ts';
import {
  arriveeDe,
  DEMANDE_LIBRE,
  enCours,
  estClose,
  type Geste,
  gestesPossibles,
  ORIGINAL,
  Statut,
} from './gestes.ts';
import { ALire } from './message.ts';
import { Projet } from './projet.ts';
import { Reference } from './reference.ts';

/** A demande and all that happened to it. The regime is the one in force at receipt. */
export const Demande = z.object({
  reference: Reference,
  code: z.string(),
  demarche: z.object({ id: z.string(), version: z.number(), nom: z.string() }),
  /** What the person put as a subject, when they wrote freely. */
  objet: z.string().optional(),
  /** The demande whose decision it contests, when it is a recours gracieux. */
  conteste: z.string().optional(),
  /** The answers that the queue shows. */
  apercu: z.string().optional(),
  /** The person said that someone may be hurt. */
  danger: z.literal(true).optional(),
  regime: Regime,
  /** The ways of appeal, and who decides, where the démarche has its own. */
  recours: Voies.optional(),
  autorite: Autorite.optional(),
  /** By when the commune must decide, where silence decides nothing. */
  obligation: z
    .object({
      le: z.iso.date(),
      phrase: z.string(),
      fondement: z.string(),
      /** Until when it may be extended, once, if the person is told before `le` (GDPR, article 12-3). */
      prolongeableAu: z.iso.date().optional(),
    })
    .optional(),
  nature: z.enum(['declaration', 'information']).optional(),
  /** A grant of money, which a suspicion of fraud may suspend (CRPA L115-3). */
  aidePublique: z.boolean().optional(),
  /** What anyone may read of it while silence may grant it (CRPA L232-2). */
  publicite: z.string().optional(),
  /** How the commune counted at receipt, where the law leaves a doubt. */
  doctrine: Doctrine.optional(),
  fuseau: z.string(),
  service: z.string(),
  usager: Usager,
  /** The accounts to which it belongs: the one that filed it, those that joined it by its code. */
  comptes: z.array(z.string()).optional(),
  statut: Statut,
  agent: z.object({ id: z.string(), nom: z.string(), qualite: z.string() }).optional(),
  /** Grows each time that the term may have moved; names the execution which watches over it. */
  reglage: z.number().int(),
  manquantes: z.array(PieceManquante),
  /** The `Message-ID` of the last mail that the person wrote: ours answer it. */
  dernierCourriel: z.string().optional(),
  /** What the person wrote once it was over, as long as no agent has read it. */
  aLire: ALire.optional(),
  /** An act that someone has prepared, and that waits for who may sign it. No clock looks at it. */
  aSigner: Projet.optional(),
  faits: z.array(Fait).min(1),
});
export type Demande = z.infer<typeof Demande>;

/** Walks one step of the life of a demande and keeps what happened. Throws `geste-impossible`. */
export const faire = (geste: Geste, demande: Demande, fait: Fait): Demande => {
  if (!gestesPossibles(demande).includes(geste)) throw new Refus('geste-impossible');
  return { ...demande, statut: arriveeDe(geste, demande.statut), faits: [...demande.faits, fait] };
};

type Depot = Pick<
  Demande,
  | 'reference'
  | 'code'
  | 'fuseau'
  | 'service'
  | 'usager'
  | 'comptes'
  | 'objet'
  | 'conteste'
  | 'apercu'
  | 'danger'
  | 'doctrine'
> & {
  demarche: Demarche;
  recue: FaitDe<'recue'>;
};

/** A demande at its birth: the regime is frozen as the démarche has it that day. */
export const deposer = ({ demarche, recue, ...depot }: Depot): Demande => ({
  ...depot,
  ...figer(demarche, { recue, fuseau: depot.fuseau }),
  statut: 'deposee',
  reglage: 1,
  manquantes: [],
  faits: [recue],
});

/** The rules of the démarche as they are that day; the catalogue's notes to the commune stay in the catalogue. */
const figer = (demarche: Demarche, reception: { recue: { le: string }; fuseau: string }) => {
  const { id, version, nom, nature, recours, autorite, aidePublique, publicite, regime } = demarche;
  const { aConfirmer: _, ...fige } = regime;
  return {
    demarche: { id, version, nom },
    regime: fige,
    ...(recours && { recours: recours.map(({ aConfirmer: _, ...voie }) => voie) }),
    ...(autorite !== 'maire' && { autorite }),
    ...obligationDe(demarche, reception),
    ...(nature && { nature }),
    ...(aidePublique && { aidePublique }),
    ...(publicite && { publicite }),
  };
};

/** Counted from the receipt: the earliest reading of a delay that runs from a whole file. */
const obligationDe = (
  { obligation }: Pick<Demarche, 'obligation'>,
  { recue, fuseau }: { recue: { le: string }; fuseau: string },
): Pick<Demande, 'obligation'> => {
  if (!obligation) return {};
  const { delai, phrase, fondement, prolongeableDe } = obligation;
  const depuis = jourDe(recue.le, fuseau);
  return {
    obligation: {
      le: ajouter(depuis, delai),
      phrase,
      fondement: citer(fondement),
      ...(prolongeableDe && { prolongeableAu: ajouter(depuis, sommeDe(delai, prolongeableDe)) }),
    },
  };
};

/** A demande that came as a free message: it waits for someone to say what it asks. */
export const enregistrer = (depot: Depot): Demande => ({ ...deposer(depot), statut: 'a-qualifier' });

/** Says what is asked and of whom. The regime is that of the démarche; the clock still starts at the receipt. */
export const qualifier = (
  demande: Demande,
  { demarche, service }: { demarche: Demarche; service: string },
  fait: FaitDe<'qualifiee'>,
): Demande => ({
  ...faire('qualifier', demande, fait),
  ...figer(demarche, { recue: { le: recueLe(demande) }, fuseau: demande.fuseau }),
  service,
  reglage: demande.reglage + 1,
});

/** What the demande is called: its démarche, or what the person called it. */
export const intituleDe = ({ demarche, objet }: Pick<Demande, 'demarche' | 'objet'>): string =>
  demarche.id === DEMANDE_LIBRE && objet ? objet : demarche.nom;

/** Takes charge, or takes over from a colleague. */
export const prendreEnCharge = (
  demande: Demande,
  agent: NonNullable<Demande['agent']>,
  fait: Fait,
): Demande => ({
  ...faire('prendreEnCharge', demande, fait),
  agent,
});

/** Asks for what is missing. Only a pièce that a text requires, and that is indispensable, stops the clock (CRPA L114-5, L114-5-1). */
export const demanderPieces = (
  demande: Demande,
  pieces: readonly PieceManquante[],
  fait: FaitDe<'pieces-demandees'>,
): Demande => {
  const deja = demande.manquantes.filter((ancienne) => !pieces.some((piece) => piece.id === ancienne.id));
  return {
    ...faire('demanderPieces', demande, fait),
    manquantes: [...deja, ...pieces],
    reglage: demande.reglage + 1,
  };
};

export const arreteLeDelai = (pieces: readonly PieceManquante[]): boolean =>
  pieces.some((piece) => piece.fondement && piece.indispensable);

/** Receives pièces, asked for or promised; the file is complete when none that stops the clock is still awaited. */
export const recevoirPieces = (
  demande: Demande,
  recues: readonly { id: string; nom: string }[],
  signe: Pick<FaitDe<'pieces-recues'>, 'le' | 'par' | 'jour'>,
): Demande => {
  const manquantes = demande.manquantes.map((piece) =>
    recues.some(({ id }) => id === piece.id) ? { ...piece, recue: true } : piece,
  );
  const attendues = manquantes.filter((piece) => !piece.recue);
  const fait: Fait = {
    type: 'pieces-recues',
    pieces: recues.map(({ nom }) => nom),
    complet: !arreteLeDelai(attendues),
    reste: attendues.length,
    ...signe,
  };
  const attendait = demande.statut === 'incomplete';
  const suite = faire(attendait && attendues.length === 0 ? 'completer' : 'recevoirPieces', demande, fait);
  return { ...suite, manquantes, reglage: demande.reglage + (attendait ? 1 : 0) };
};

/** Whose turn it is, which is the first thing that the person wants to know. */
export const aQui = (
  demande: Pick<Demande, 'statut'> & { faits?: readonly Fait[]; originalAttendu?: true | undefined },
): 'usager' | 'mairie' | 'personne' => {
  if (estClose(demande)) return 'personne';
  const { faits = [], originalAttendu = enCours(faits, ORIGINAL), statut } = demande;
  return statut === 'incomplete' || originalAttendu ? 'usager' : 'mairie';
};

/** How it first came. */
export const canalDe = ({ faits: [premier] }: Pick<Demande, 'faits'>): Canal =>
  premier?.type === 'recue' ? premier.canal : 'web';

/** It came from someone who did not say who they are: no accusé is due (CRPA L112-8, L112-11). A mail or an SMS has an address to answer. */
export const sansIdentite = (demande: Pick<Demande, 'faits' | 'usager'>): boolean =>
  demande.usager.qualite === 'correspondant' && !['courriel', 'sms'].includes(canalDe(demande));

export const recueLe = (demande: Pick<Demande, 'faits'>): string => demande.faits[0]?.le ?? '';
