import type { Sortie } from '../../client.ts';

/** A line of what someone asked. */
export type Mienne = Sortie<'listerMesDemandes'>['lignes'][number];
