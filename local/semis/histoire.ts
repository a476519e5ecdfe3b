import type * as z from 'zod';
import type { Consigne } from '../../functions/demandes/consigne.ts';
import type { Valeur } from '../../functions/demarches/reponses.ts';
import type { MotifEcart } from '../../functions/interactions/interaction.ts';
import type { Usager } from '../../functions/usagers/usager.ts';

/** What a person answers; a date is told from the day they ask, so that the town never grows old. */
export type Reponse = Valeur | { dans: number };
export const dans = (jours: number): Reponse => ({ dans: jours });

/** How it begins: by the portal, by a mail, by an SMS. */
type Debut =
  | {
      par?: undefined;
      demarche: string;
      reponses?: Record<string, Reponse>;
      /** The pièces that come with it; those that cannot wait come anyway. */
      pieces?: readonly string[];
      /** Their name for FranceConnect, when they sign in first. */
      identite?: string;
    }
  | {
      par: 'courriel';
      objet: string;
      texte: string;
      fichiers?: readonly string[];
      automate?: Automate;
      preuve?: Preuve;
      /** Who really sends it, from the commune's own domain: what comes before the @, and their name. */
      transmisPar?: { boite: string; nom: string };
    }
  | { par: 'sms'; texte: string }
  | {
      par: 'guichet' | 'courrier' | 'telephone';
      demarche: string;
      reponses?: Record<string, Reponse>;
      /** How many days before it was written down it arrived. */
      arriveeIlYA?: number;
    };

/** What a machine writes in its headers: away, or one letter for many. */
export type Automate = 'absence' | 'liste';
/** What the address shown is worth: nothing speaks for it, or its domain denies it. */
export type Preuve = 'aucune' | 'dementie';

type PieceDemandee = { id?: string; nom: string; motif: string };
type Acte =
  | { fait: 'qualifie'; demarche: string; service?: string }
  /** A mail that the secretary sent on becomes the demande of the person. */
  | { fait: 'ouvre' }
  | { fait: 'ecarte'; motif: MotifEcart; precision: string }
  | { fait: 'prend'; agent?: string }
  | { fait: 'lit'; agent: string }
  | { fait: 'demande'; pieces: readonly PieceDemandee[]; sous: number; message: string }
  | { fait: 'repond'; texte: string }
  | { fait: 'accepte'; texte: string; conditions?: { conditions: string; faits: string; droit: string } }
  | { fait: 'refuse'; faits: string; droit: string }
  /** By whoever has no delegation: it waits for a signature. */
  | { fait: 'prepare'; agent: string; texte: string }
  | { fait: 'signe'; agent: string }
  | { fait: 'renvoie'; agent: string; mot: string }
  | { fait: 'termine'; texte: string }
  | { fait: 'consigne'; consigne: (aujourdhui: string) => Consigne }
  | { fait: 'motive'; faits: string; droit: string }
  | { fait: 'retire'; faits: string; droit: string; agent: string }
  | { fait: 'envisage'; faits: string; droit: string; agent: string; sous: number }
  | { fait: 'repond-au-retrait'; texte: string }
  | { fait: 'demande-les-raisons' }
  | { fait: 'conteste'; texte: string }
  | { fait: 'fait-droit'; texte: string }
  | { fait: 'renonce' }
  | { fait: 'envoie'; pieces: readonly string[] }
  | { fait: 'ecrit'; texte: string }
  | { fait: 'ecrit-un-courriel'; texte: string };

/** What comes next, so many days after the beginning. */
export type Episode = { apres: number } & Acte;

/** Who asks what, when (so many days ago), and what comes of it. What no one does, silence decides. */
export type Histoire<Qui extends string = string> = {
  qui: Qui;
  ilYA: number;
  suite?: readonly Episode[];
} & Debut;

/** What is drawn for a story depends on this alone. */
export const graineDe = ({ qui, ilYA }: Pick<Histoire, 'qui' | 'ilYA'>): string => `${qui} ${ilYA}`;

export type Gens = Readonly<Record<string, z.input<typeof Usager>>>;
export type Ville = { gens: Gens; histoires: readonly Histoire[] };

// What agents do. `agent` is what comes before the @ of their address.
export const prend = (apres: number, agent?: string): Episode => ({
  apres,
  fait: 'prend',
  ...(agent && { agent }),
});
/** Says what a mail or an SMS asks, and of which service when the démarche does not tell. */
export const qualifie = (apres: number, demarche: string, service?: string): Episode => ({
  apres,
  fait: 'qualifie',
  demarche,
  ...(service && { service }),
});
export const ecarte = (apres: number, motif: MotifEcart, precision = ''): Episode => ({
  apres,
  fait: 'ecarte',
  motif,
  precision,
});
export const lit = (apres: number, agent: string): Episode => ({ apres, fait: 'lit', agent });
export const demande = (
  apres: number,
  pieces: readonly PieceDemandee[],
  { sous, message }: { sous: number; message: string },
): Episode => ({ apres, fait: 'demande', pieces, sous, message });
export const repond = (apres: number, texte: string): Episode => ({ apres, fait: 'repond', texte });
export const accepte = (apres: number, texte = ''): Episode => ({ apres, fait: 'accepte', texte });
export const accepteSousConditions = (
  apres: number,
  texte: string,
  conditions: { conditions: string; faits: string; droit: string },
): Episode => ({ apres, fait: 'accepte', texte, conditions });
export const refuse = (apres: number, faits: string, droit: string): Episode => ({
  apres,
  fait: 'refuse',
  faits,
  droit,
});
export const prepare = (apres: number, agent: string, texte = ''): Episode => ({
  apres,
  fait: 'prepare',
  agent,
  texte,
});
export const signe = (apres: number, agent: string): Episode => ({ apres, fait: 'signe', agent });
export const renvoie = (apres: number, agent: string, mot: string): Episode => ({
  apres,
  fait: 'renvoie',
  agent,
  mot,
});
export const termine = (apres: number, texte: string): Episode => ({ apres, fait: 'termine', texte });

/** What left today says so: the day is known when the story is played. */
export const consigne = (apres: number, ce: (aujourdhui: string) => Consigne): Episode => ({
  apres,
  fait: 'consigne',
  consigne: ce,
});
export const motive = (apres: number, faits: string, droit: string): Episode => ({
  apres,
  fait: 'motive',
  faits,
  droit,
});
export const retire = (apres: number, raisons: { faits: string; droit: string }, agent: string): Episode => ({
  apres,
  fait: 'retire',
  ...raisons,
  agent,
});

/** Tells the person what is considered, and gives them so many days to answer. */
export const envisage = (
  apres: number,
  raisons: { faits: string; droit: string; sous: number },
  agent: string,
): Episode => ({ apres, fait: 'envisage', ...raisons, agent });
/** Grants the recours that the person made: its answer replaces the decision. */
export const faitDroit = (apres: number, texte: string): Episode => ({ apres, fait: 'fait-droit', texte });
export const ouvre = (apres: number): Episode => ({ apres, fait: 'ouvre' });

// What the person does.
export const demandeLesRaisons = (apres: number): Episode => ({ apres, fait: 'demande-les-raisons' });
export const conteste = (apres: number, texte: string): Episode => ({ apres, fait: 'conteste', texte });
export const repondAuRetrait = (apres: number, texte: string): Episode => ({
  apres,
  fait: 'repond-au-retrait',
  texte,
});
export const renonce = (apres: number): Episode => ({ apres, fait: 'renonce' });
export const envoie = (apres: number, ...pieces: string[]): Episode => ({ apres, fait: 'envoie', pieces });
export const ecrit = (apres: number, texte: string): Episode => ({ apres, fait: 'ecrit', texte });
export const ecritUnCourriel = (apres: number, texte: string): Episode => ({
  apres,
  fait: 'ecrit-un-courriel',
  texte,
});

/** The acts of agents are done in office hours, the others when people have time. */
export const estDAgent = ({ fait }: Episode): boolean => !PAR_LA_PERSONNE.includes(fait);

const PAR_LA_PERSONNE: readonly Episode['fait'][] = [
  'envoie',
  'ecrit',
  'ecrit-un-courriel',
  'demande-les-raisons',
  'conteste',
  'renonce',
  'repond-au-retrait',
];
