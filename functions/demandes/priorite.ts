import * as z from 'zod';
import { type Calendrier, calendrierDe } from '../echeances/calendrier.ts';
import { accusesAuPlusTard } from '../echeances/delais.ts';
import { ajouter, type Jour, joursEntre } from '../platform/dates.ts';
import { jourLocal } from '../platform/lettres.ts';
import type { Resume } from './formes.ts';
import { estClose } from './gestes.ts';

/**
 * What the commune must do of a demande before all else. `danger`: someone may be hurt. `lire`: the person wrote. `qualifier`:
 * the accusé must leave (CRPA R112-11-2). `repondre`: silence will decide. `rendre`: a text sets a day, and silence decides
 * nothing. `motiver`: the reasons of a silence were asked (CRPA L232-4). `attendre`: it is the person's turn, or a check's.
 */
export const AgirAvant = z.object({
  quoi: z.enum(['danger', 'lire', 'qualifier', 'repondre', 'rendre', 'motiver', 'attendre', 'instruire']),
  le: z.iso.date().optional(),
  jours: z.number().int().optional(),
});
export type AgirAvant = z.infer<typeof AgirAvant>;

/** The groups of a list, in the order in which one reads them. */
export const GROUPES = [
  'tout-de-suite',
  'en-retard',
  'aujourdhui',
  'sept-jours',
  'plus-tard',
  'sans-date',
  'en-pause',
] as const;
export type Groupe = (typeof GROUPES)[number];

/** Below this many days, the legal date calls for the eye (the first reminder of the clock: 15 days). */
export const PROCHE = 15;

type Jours = { aujourdhui: Jour; commune: Parameters<typeof calendrierDe>[0] & { fuseau: string } };
type Situation = Pick<
  Resume,
  'statut' | 'recueLe' | 'terme' | 'obligation' | 'danger' | 'pause' | 'motifs' | 'aLire' | 'dernierMot'
>;
type Candidat = Pick<AgirAvant, 'quoi'> & { le: Jour };

/** The nearest obligation of any kind; undefined once nothing is left to do. */
export const agirAvantDe = (situation: Situation, jours: Jours): AgirAvant | undefined => {
  const { aujourdhui } = jours;
  const [premier] = candidatsDe(situation, jours).toSorted((a, b) => a.le.localeCompare(b.le));
  if (premier) return compter(premier, aujourdhui);
  if (estClose(situation)) return situation.aLire && { quoi: 'lire' };
  return enPause(situation, aujourdhui) ? pendantLaPause(situation, aujourdhui) : { quoi: 'instruire' };
};

const pendantLaPause = ({ pause, dernierMot }: Situation, aujourdhui: Jour): AgirAvant => {
  if (dernierMot.deLaPersonne) return { quoi: 'lire' };
  // The last day is still the person's: the commune looks again on the next.
  return pause?.jusquau
    ? compter({ quoi: 'attendre', le: ajouter(pause.jusquau, 'P1D') }, aujourdhui)
    : { quoi: 'attendre' };
};

const compter = ({ quoi, le }: Candidat, aujourdhui: Jour): AgirAvant => ({
  quoi,
  le,
  jours: joursEntre(aujourdhui, le),
});

const candidatsDe = (situation: Situation, jours: Jours): Candidat[] => {
  const { danger, motifs, obligation } = situation;
  const raisons = candidat('motiver', motifs);
  if (estClose(situation)) return raisons;
  if (danger) return candidat('danger', recueDe(situation, jours));
  return [...deLHorloge(situation, jours), ...candidat('rendre', obligation?.le), ...raisons];
};

/** What nobody has qualified has no term that holds: its accusé comes first. */
const deLHorloge = (situation: Situation, jours: Jours): Candidat[] => {
  if (situation.statut === 'a-qualifier')
    return candidat('qualifier', accuseLe(recueDe(situation, jours), calendrierDe(jours.commune)));
  return enPause(situation, jours.aujourdhui) ? [] : candidat('repondre', situation.terme?.le);
};

const candidat = (quoi: Candidat['quoi'], le: Jour | undefined): Candidat[] => (le ? [{ quoi, le }] : []);

const recueDe = ({ recueLe }: Situation, { commune }: Jours): Jour => jourLocal(recueLe, commune.fuseau);

/** The clock is stopped, and not about to start again on a term that is near. */
const enPause = ({ pause, terme }: Situation, aujourdhui: Jour): boolean => {
  if (!pause || (pause.jusquau && pause.jusquau < aujourdhui)) return false;
  return !terme || joursEntre(aujourdhui, terme.le) >= PROCHE;
};

const accuses = new Map<string, Jour>();

/** Counting working days for each line of a long list is slow, and the day of receipt says it all. */
const accuseLe = (recueLe: Jour, calendrier: Calendrier): Jour => {
  const cle = `${recueLe} ${JSON.stringify(calendrier)}`;
  const le = accuses.get(cle) ?? accusesAuPlusTard({ recueLe }, calendrier).are.le;
  accuses.set(cle, le);
  return le;
};

const SEMAINE = 7;

/** Where a list shows it. What someone has just written has no date, and does not wait. */
export const groupeDe = ({ quoi, jours }: AgirAvant): Groupe => {
  if (quoi === 'danger') return 'tout-de-suite';
  if (quoi === 'attendre') return 'en-pause';
  if (quoi === 'lire') return 'aujourdhui';
  if (jours === undefined) return 'sans-date';
  if (jours < 0) return 'en-retard';
  if (jours === 0) return 'aujourdhui';
  return jours <= SEMAINE ? 'sept-jours' : 'plus-tard';
};
