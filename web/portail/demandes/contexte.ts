import type { Demarche } from '../../../functions/demarches/demarche.ts';
import type { Detail } from '../../../functions/platform/refus.ts';
import type { Brouillon, Changer } from './brouillon.ts';
import type { Etape } from './plan.ts';

/** Each page of the form reads and changes the same draft. */
export type Contexte = {
  demarche: Demarche;
  aujourdhui: string;
  brouillon: Brouillon;
  changer: Changer;
  numero: number;
  /** One came from the summary to change this field ('' for the page as a whole), and goes back to it. */
  corriger: string | undefined;
};

/** A page to fill, and what it misses. */
export type ASaisir = Exclude<Etape, { type: 'recapitulatif' }>;
export type Saisie<E extends ASaisir = ASaisir> = Contexte & { etape: E; erreurs: readonly Detail[] };
