import type { Sortie } from '../../client.ts';

/** A demande as the person who asked follows it. */
export type Suivie = Sortie<'suivreDemande'>;
