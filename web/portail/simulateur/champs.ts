import type { Detail } from '../../../functions/platform/refus.ts';
import type { Cas } from './cas.ts';

/** What each part of the case reads and changes. */
export type Champs = { cas: Cas; changer: (suite: Partial<Cas>) => void; erreurs: readonly Detail[] };
