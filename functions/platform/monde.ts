import { readFileSync } from 'node:fs';
import type { Commune } from '../commune/commune.ts';
import type { Demarche } from '../demarches/demarche.ts';
import type { Orientation } from '../demarches/orientation.ts';

/** What a function knows of where it runs: its commune, the démarches that it opens, where else it sends, its addresses. */
export type Monde = {
  commune: Commune;
  demarches: Demarche[];
  orientations: Orientation[];
  origines: [string, ...string[]];
};

/** Reads the commune's file, already checked when the stack was made. Throws when the environment is incomplete. */
export const lireMonde = (): Monde => {
  const { commune, demarches, orientations } = JSON.parse(readFileSync(variable('COMMUNE'), 'utf8')) as Omit<
    Monde,
    'origines'
  >;
  return { commune, demarches, orientations, origines: variable('ADRESSE').split(',') as Monde['origines'] };
};

/** A setting of the stack. Throws when it is missing: a function never runs half configured. */
export const variable = (nom: string): string => {
  const valeur = process.env[nom];
  if (!valeur) throw new Error(`variable d’environnement « ${nom} » absente`);
  return valeur;
};

/** A setting that a stack may leave out. */
export const reglage = (nom: string): string | undefined => process.env[nom] || undefined;
