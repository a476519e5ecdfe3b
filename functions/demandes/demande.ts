import * as z from 'zod';
import { type Demarche, Fondement, Regime } from '../demarches/demarche.ts';
import { type Evenement, type Horloge, horloge } from '../echeances/horloge.ts';
import { MotifEcart } from '../interactions/interaction.ts';
import { jourDe } from '../platform/dates.ts';
import { Refus } from '../platform/refus.ts';
import { Usager } from '../usagers/usager.ts';
import { Reference } from './reference.ts';

export const Canal = z.enum(['web', 'courriel', 'sms', 'telephone', 'guichet', 'courrier']);
export type Canal = z.infer<typeof Canal>;

export const Statut = z.enum([
  'a-qualifier',
  'deposee',
  'en-instruction',
  'incomplete',
  'acceptee',
  'refusee',
  'traitee',
  'acceptee-par-silence',
  'rejetee-par-silence',
  'ecartee',
]);
export type Statut = z.infer<typeof Statut>;

/** Who did it, as a person would say it; `id` only for an agent. */
export const Auteur = z.object({
  qui: z.enum(['usager', 'agent', 'horloge']),
  nom: z.string(),
  id: z.string().optional(),
  /** A decision notified online needs no signature if it shows name, quality and service (CRPA L212-2). */
  service: z.string().optional(),
});
export type Auteur = z.infer<typeof Auteur>;

const signature = { le: z.iso.datetime(), par: Auteur };
const PieceManquante = z.object({
  id: z.string(),
  nom: z.string(),
  motif: z.string(),
  fondement: Fondement.optional(),
  indispensable: z.boolean(),
  recue: z.boolean(),
});
export type PieceManquante = z.infer<typeof PieceManquante>;

/** What happened, in the past, in order. The clock and the line of life are read from these and from nothing else. */
export const Fait = z.discriminatedUnion('type', [
  z.object({ type: z.literal('recue'), canal: Canal, ...signature }),
  z.object({ type: z.literal('qualifiee'), demarche: z.string(), service: z.string(), ...signature }),
  z.object({ type: z.literal('ecartee'), motif: MotifEcart, precision: z.string(), ...signature }),
  z.object({ type: z.literal('prise-en-charge'), ...signature }),
  z.object({
    type: z.literal('pieces-demandees'),
    pieces: z.array(z.string()),
    jusquau: z.iso.date(),
    arreteLeDelai: z.boolean(),
    ...signature,
  }),
  z.object({
    type: z.literal('pieces-recues'),
    pieces: z.array(z.string()),
    complet: z.boolean(),
    /** How many are still awaited, those that do not stop the clock included. */
    reste: z.number().int().default(0),
    ...signature,
  }),
  z.object({ type: z.literal('rappel'), palier: z.number(), terme: z.iso.date(), ...signature }),
  z.object({
    type: z.literal('decision'),
    sens: z.enum(['acceptation', 'refus', 'cloture']),
    texte: z.string(),
    faits: z.string().optional(),
    droit: z.string().optional(),
    ...signature,
  }),
  z.object({
    type: z.literal('silence'),
    sens: z.enum(['acceptation', 'rejet']),
    terme: z.iso.date(),
    ...signature,
  }),
]);
export type Fait = z.infer<typeof Fait>;

/** A demande and all that happened to it. The regime is the one in force at receipt. */
export const Demande = z.object({
  reference: Reference,
  code: z.string(),
  demarche: z.object({ id: z.string(), version: z.number(), nom: z.string() }),
  /** What the person put as a subject, when they wrote freely. */
  objet: z.string().optional(),
  regime: Regime,
  recours: z.enum(['tribunal', 'cada']).default('tribunal'),
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
  faits: z.array(Fait).min(1),
});
export type Demande = z.infer<typeof Demande>;

const GESTES = {
  // No silence here: nobody is told of a rejection before someone has read what they ask.
  'a-qualifier': { qualifier: 'deposee', cloturer: 'traitee', ecarter: 'ecartee' },
  deposee: {
    prendreEnCharge: 'en-instruction',
    recevoirPieces: 'deposee',
    demanderPieces: 'incomplete',
    accepter: 'acceptee',
    cloturer: 'traitee',
    refuser: 'refusee',
    accepterParSilence: 'acceptee-par-silence',
    rejeterParSilence: 'rejetee-par-silence',
  },
  'en-instruction': {
    prendreEnCharge: 'en-instruction',
    recevoirPieces: 'en-instruction',
    demanderPieces: 'incomplete',
    accepter: 'acceptee',
    cloturer: 'traitee',
    refuser: 'refusee',
    accepterParSilence: 'acceptee-par-silence',
    rejeterParSilence: 'rejetee-par-silence',
  },
  incomplete: {
    prendreEnCharge: 'incomplete',
    demanderPieces: 'incomplete',
    recevoirPieces: 'incomplete',
    completer: 'en-instruction',
    accepter: 'acceptee',
    cloturer: 'traitee',
    refuser: 'refusee',
    rejeterParSilence: 'rejetee-par-silence',
    accepterParSilence: 'acceptee-par-silence',
  },
  acceptee: {},
  refusee: {},
  traitee: {},
  'acceptee-par-silence': {},
  'rejetee-par-silence': {},
  ecartee: {},
} as const satisfies Record<Statut, Record<string, Statut>>;

type Cles<T> = T extends T ? keyof T : never;
export type Geste = Cles<(typeof GESTES)[Statut]>;

const RESERVES: Partial<Record<Geste, readonly Regime['type'][]>> = {
  accepter: ['SVA', 'SVR'],
  cloturer: ['AUCUN'],
  accepterParSilence: ['SVA'],
  rejeterParSilence: ['SVR'],
};

type Etat = Pick<Demande, 'statut' | 'regime'>;

/** What may be done now; the screens' buttons come from here. */
export const gestesPossibles = ({ statut, regime }: Etat): Geste[] =>
  (Object.keys(GESTES[statut]) as Geste[]).filter(
    (geste) => statut === 'a-qualifier' || (RESERVES[geste]?.includes(regime.type) ?? true),
  );

/** Walks one step of the life of a demande and keeps what happened. Throws `geste-impossible`. */
export const faire = (geste: Geste, demande: Demande, fait: Fait): Demande => {
  if (!gestesPossibles(demande).includes(geste)) throw new Refus('geste-impossible');
  const permis: Partial<Record<Geste, Statut>> = GESTES[demande.statut];
  return { ...demande, statut: permis[geste] ?? demande.statut, faits: [...demande.faits, fait] };
};

type Depot = Pick<Demande, 'reference' | 'code' | 'fuseau' | 'service' | 'usager' | 'comptes' | 'objet'> & {
  demarche: Demarche;
  recue: Extract<Fait, { type: 'recue' }>;
};

/** A demande at its birth: the regime is frozen as the démarche has it that day. */
export const deposer = ({ demarche, recue, ...depot }: Depot): Demande => ({
  ...depot,
  demarche: { id: demarche.id, version: demarche.version, nom: demarche.nom },
  regime: demarche.regime,
  recours: demarche.recours,
  statut: 'deposee',
  reglage: 1,
  manquantes: [],
  faits: [recue],
});

/** The démarche of what is asked without a form. */
export const DEMANDE_LIBRE = 'demande-libre';

/** A demande that came as a free message: it waits for someone to say what it asks. */
export const enregistrer = (depot: Depot): Demande => ({ ...deposer(depot), statut: 'a-qualifier' });

/** Says what is asked and of whom. The regime is that of the démarche; the clock still starts at the receipt. */
export const qualifier = (
  demande: Demande,
  { demarche, service }: { demarche: Demarche; service: string },
  fait: Extract<Fait, { type: 'qualifiee' }>,
): Demande => ({
  ...faire('qualifier', demande, fait),
  demarche: { id: demarche.id, version: demarche.version, nom: demarche.nom },
  regime: demarche.regime,
  recours: demarche.recours,
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
  fait: Extract<Fait, { type: 'pieces-demandees' }>,
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
  signe: Pick<Fait, 'le' | 'par'>,
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

export const estClose = ({ statut }: Pick<Demande, 'statut'>): boolean =>
  Object.keys(GESTES[statut]).length === 0;

/** Whose turn it is, which is the first thing that the person wants to know. */
export const aQui = (demande: Pick<Demande, 'statut'>): 'usager' | 'mairie' | 'personne' => {
  if (estClose(demande)) return 'personne';
  return demande.statut === 'incomplete' ? 'usager' : 'mairie';
};

/** The clock of a demande, from its faits alone. */
export const horlogeDe = ({ regime, faits, fuseau }: Pick<Demande, 'regime' | 'faits' | 'fuseau'>): Horloge =>
  horloge(
    regime,
    faits.flatMap((fait) => evenementsDe(fait, jourDe(fait.le, fuseau))),
  );

const evenementsDe = (fait: Fait, le: string): Evenement[] => {
  switch (fait.type) {
    case 'recue':
      return [{ type: 'recue', le }];
    case 'pieces-demandees':
      return fait.arreteLeDelai ? [{ type: 'pieces-demandees', le, jusquau: fait.jusquau }] : [];
    case 'pieces-recues':
      return [{ type: 'pieces-recues', le, complet: fait.complet }];
    case 'decision':
      return [{ type: 'decision-notifiee', le }];
    case 'qualifiee':
    case 'ecartee':
    case 'prise-en-charge':
    case 'rappel':
    case 'silence':
      return [];
  }
};

/** How it first came. */
export const canalDe = ({ faits: [premier] }: Pick<Demande, 'faits'>): Canal =>
  premier?.type === 'recue' ? premier.canal : 'web';

export const recueLe = (demande: Pick<Demande, 'faits'>): string => demande.faits[0]?.le ?? '';
