import { Temporal } from 'temporal-polyfill';
import { attendre } from './commun.ts';
import type { Horloge } from './horloge.ts';
import type { Veilles } from './veilles/veilles.ts';

export type Temps = {
  aller(instant: number): Promise<void>;
  /** As `aller`, but without the upkeep, which a past played in seconds cannot afford at each step. */
  vivre(instant: number): Promise<void>;
  calme(): Promise<void>;
};
type Options = {
  horloge: Horloge;
  veilles: Veilles;
  bougeurs: readonly { eveiller(): unknown }[];
  calmes: readonly { calme(): boolean }[];
  entretenir(): Promise<void>;
};

/** How long a step may take before the clock moves on without it. */
const PATIENCE = 120_000;

/** Moves the clock forward as time itself would: each waking at its own hour, and what follows from it, before the next. */
export const ouvrirTemps = ({ horloge, veilles, bougeurs, calmes, entretenir }: Options): Temps => {
  let tour = Promise.resolve();
  const calme = () => attendre(() => calmes.every((chose) => chose.calme()), 'le calme', PATIENCE);
  const poser = async (instant: number): Promise<void> => {
    if (instant > horloge.maintenant()) horloge.poser(instant);
    for (const bougeur of bougeurs) bougeur.eveiller();
    await calme();
  };
  const vivre = async (cible: number): Promise<void> => {
    await calme();
    for (let due = veilles.prochaine(); due !== undefined && due <= cible; due = veilles.prochaine())
      await poser(due);
    await poser(cible);
  };
  const avancer = async (cible: number): Promise<void> => {
    await vivre(cible);
    await entretenir();
    await poser(cible);
  };
  const aSonTour = (marcher: (instant: number) => Promise<void>) => (instant: number) => {
    const fini = tour.then(() => marcher(instant));
    tour = fini.catch(() => undefined);
    return fini;
  };
  return { calme, aller: aSonTour(avancer), vivre: aSonTour(vivre) };
};

export type Consigne = { avancer?: unknown; maintenant?: unknown };

const DIX_ANS = 'P10Y';
const SANS_SENS =
  'Indiquez une durée (« avancer » : P2M, P15D, PT3H) ou un instant (« maintenant » : 2027-01-31T09:00:00+01:00).';
const TROP_LOIN = 'L’horloge avance de dix ans au plus.';
const EN_ARRIERE =
  'L’horloge n’avance que vers l’avenir. Pour revenir au présent, effacez le dossier de données.';

/** The instant that a request asks for, or the sentence that says why not. */
export const destination = (
  { avancer, maintenant }: Consigne,
  depuis: number,
  fuseau: string,
): { instant: number } | { phrase: string } => {
  const ici = Temporal.Instant.fromEpochMilliseconds(depuis).toZonedDateTimeISO(fuseau);
  const vise = viser({ avancer, maintenant }, ici);
  if (vise === undefined) return { phrase: SANS_SENS };
  if (vise < depuis) return { phrase: EN_ARRIERE };
  if (vise > ici.add(DIX_ANS).epochMilliseconds) return { phrase: TROP_LOIN };
  return { instant: vise };
};

const viser = ({ avancer, maintenant }: Consigne, ici: Temporal.ZonedDateTime): number | undefined => {
  try {
    if (typeof avancer === 'string') return ici.add(Temporal.Duration.from(avancer)).epochMilliseconds;
    if (typeof maintenant === 'string') return Temporal.Instant.from(maintenant).epochMilliseconds;
  } catch {
    // not a duration or an instant: the caller says so
  }
  return undefined;
};
