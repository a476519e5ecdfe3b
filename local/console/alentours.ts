import type { DatabaseSync } from 'node:sqlite';
import type { Commune } from '../../functions/commune/commune.ts';
import type { Horloge } from '../horloge.ts';
import type { Messages } from '../messages.ts';
import type { Temps } from '../temps.ts';
import type { Lieu } from './accueil.ts';

/** What the console looks at, and acts on. */
export type Alentours = {
  registre: DatabaseSync;
  communes: readonly Commune[];
  fuseau: string;
  lieux(): Lieu[];
  horloge: Horloge;
  temps: Temps;
  messages: Messages;
};
