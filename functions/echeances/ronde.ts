import type { Ligne } from '../demandes/formes.ts';
import { estClose, type Statut } from '../demandes/gestes.ts';
import type { Jour } from '../platform/dates.ts';

type Resumee = Pick<Ligne, 'statut' | 'terme'>;

/** Those over which a waking may be near, up to a day; the others cost the night no reading. */
export const aRegarder =
  (jusquau: Jour) =>
  ({ statut, terme }: Resumee): boolean =>
    NOTOIRES.includes(statut) || (!estClose({ statut }) && terme !== undefined && terme.le <= jusquau);

const NOTOIRES: readonly Statut[] = [
  'a-qualifier',
  'incomplete',
  'acceptee-par-silence',
  'rejetee-par-silence',
];

/** The watch of a demande for its present term: an execution bears this name, and a suffix when it was begun again. */
export type Veille = { demande: string; reglage: number };
export const nomDeVeille = ({ demande, reglage }: Veille): string => `${demande}-${reglage}`;
export const reprise = (rang: number): string => (rang === 0 ? '' : `-reprise-${rang}`);

/** Who is watched, by the names of all the executions that run. */
export const veilleesParmi = (enMarche: Iterable<string>): ((veille: Veille) => boolean) => {
  const noms = new Set<string>();
  for (const nom of enMarche) noms.add(nom.replace(/-reprise-\d+$/, ''));
  return (veille) => noms.has(nomDeVeille(veille));
};
