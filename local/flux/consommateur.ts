import type { DatabaseSync } from 'node:sqlite';
import { veut } from '../../functions/flux/tri.ts';
import { LECTURE } from '../../functions/platform/patience.ts';
import { tableDe } from '../commun.ts';
import type { Invoquer } from '../fonctions.ts';
import { type Livraisons, rateesDe } from '../livraisons.ts';
import { enUneFois } from '../registre.ts';
import { type Annonce, evenementDe, type Ligne, type lecteurDe, type Source } from './enregistrement.ts';
import { placeGardee } from './place.ts';

export type Alentours = {
  registre: DatabaseSync;
  invoquer: Invoquer;
  livraisons: Pick<Livraisons, 'mettreDeCote' | 'eveiller'>;
  tracer(ligne: string): void;
};
export type Consommateur = {
  /** Up to where it has been handed its own. */
  position(): number;
  /** What has come; every record up to `jusque` has been said. */
  annoncer(annonces: readonly Annonce[], jusque: number): void;
  eveiller(): void;
  calme(): boolean;
  fermer(): Promise<void>;
};

/** How many records of others a consumer passes before it writes down where it is. */
const PAS_GARDE = 500;

type Lot = readonly [Ligne, ...Ligne[]];
type Echec = { ligne: Ligne; erreur: unknown };

/**
 * One action fed from the stream of one commune, at its own pace. What fails is put aside, to be tried again alone, as a
 * message of its own would be: the rest goes on.
 */
export const consommer = (
  alentours: Alentours & { lecteur: ReturnType<typeof lecteurDe> },
  source: Source,
): Consommateur => {
  const { lecteur, registre, invoquer, livraisons, tracer } = alentours;
  const { commune, action } = source;
  const memoire = placeGardee(registre, `${commune}/${action}`);
  let position = memoire.lire();
  /** The records to come for it, and up to where the stream has been looked at. */
  const attendus: number[] = [];
  let vu = position;
  let enCours: Promise<void> | undefined;
  let ferme = false;

  const traiter = async (lot: Lot): Promise<void> => {
    const echecs = await essayer(() => invoquer(commune, action, evenementDe(source, lot)), lot);
    if (ferme && echecs.length > 0) return;
    position = (lot.at(-1) ?? lot[0]).id;
    enUneFois(registre, () => {
      for (const { ligne, erreur } of echecs)
        livraisons.mettreDeCote({ commune, action, evenement: evenementDe(source, [ligne]) }, erreur);
      memoire.garder(position);
    });
    if (echecs.length > 0) void livraisons.eveiller();
  };

  const tourner = async (): Promise<void> => {
    while (!ferme && attendus.length > 0) {
      const ids = attendus.slice(0, LECTURE.lot);
      const [premiere, ...suite] = lecteur.lire(ids);
      if (premiere) await traiter([premiere, ...suite]);
      else position = ids.at(-1) ?? vu;
      attendus.splice(0, attendus.findLastIndex((id) => id <= position) + 1);
    }
  };
  /** Nothing for this consumer up to there: the engine may forget those records. To read them again would cost little. */
  let gardee = -PAS_GARDE;
  const passer = (pas = PAS_GARDE): void => {
    if (attendus.length === 0 && vu > position) position = vu;
    if (position < gardee + pas) return;
    gardee = position;
    memoire.garder(position);
  };

  return {
    position: () => position,
    annoncer(annonces, jusque) {
      const table = tableDe(commune);
      for (const annonce of annonces)
        if (annonce.id > position && annonce.table === table && veut(source.voulus, annonce))
          attendus.push(annonce.id);
      vu = jusque;
    },
    eveiller() {
      if (ferme || enCours) return;
      if (attendus.length === 0) return passer();
      enCours = tourner()
        .catch((erreur: unknown) => tracer(`${action} (${commune}) : ${String(erreur)}`))
        .finally(() => {
          enCours = undefined;
        });
    },
    calme: () => !enCours && attendus.length === 0,
    async fermer() {
      ferme = true;
      await enCours;
      passer(1);
    },
  };
};

/** The records that failed: those that the action names, or all of them when it throws. */
const essayer = async (appeler: () => Promise<unknown>, lot: Lot): Promise<Echec[]> => {
  try {
    const ratees = rateesDe(await appeler());
    return lot
      .filter(({ id }) => ratees.has(String(id)))
      .map((ligne) => ({ ligne, erreur: 'enregistrement signalé en échec' }));
  } catch (erreur) {
    return lot.map((ligne) => ({ ligne, erreur }));
  }
};
