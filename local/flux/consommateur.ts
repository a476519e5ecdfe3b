import type { DatabaseSync } from 'node:sqlite';
import { delaiAvant, ESSAIS_AVANT_PATIENCE, ESSAIS_MAX, tableDe } from '../commun.ts';
import type { Invoquer } from '../fonctions.ts';
import { vraiMaintenant } from '../horloge.ts';
import { type Annonce, evenementDe, type Ligne, type lecteurDe, type Source } from './enregistrement.ts';
import { apresEchec, type Place, placeA, placeGardee, type Reglages } from './place.ts';

export type Alentours = {
  registre: DatabaseSync;
  invoquer: Invoquer;
  rebuter(commune: string, action: string, corps: unknown): void;
  tracer(ligne: string): void;
  reglages?: Reglages;
};
export type Consommateur = {
  /** Where it is in the stream. */
  position(): number;
  /** What has come; every record up to `jusque` has been said. */
  annoncer(annonces: readonly Annonce[], jusque: number): void;
  eveiller(): void;
  calme(): boolean;
  fermer(): Promise<void>;
};

/** How many records of others a consumer passes before it writes down where it is. */
const PAS_GARDE = 500;

/** What Lambda gives at once unless told otherwise. */
const LOT = 100;
type Lot = readonly [Ligne, ...Ligne[]];

/** One action fed from the stream of one commune, at its own pace. */
export const consommer = (
  alentours: Alentours & { lecteur: ReturnType<typeof lecteurDe> },
  source: Source,
): Consommateur => {
  const {
    lecteur,
    registre,
    invoquer,
    rebuter,
    tracer,
    reglages = { essaisMax: ESSAIS_MAX, delaiAvant },
  } = alentours;
  const { commune, action } = source;
  const memoire = placeGardee(registre, `${commune}/${action}`);
  let place = memoire.lire();
  /** The records to come for it, and up to where the stream has been looked at. */
  const attendus: number[] = [];
  let vu = place.position;
  let taille = LOT;
  let enCours: Promise<void> | undefined;
  let ferme = false;

  const placer = (nouvelle: Place): void => {
    place = nouvelle;
    memoire.garder(place);
  };
  const appeler = (lot: Lot) => invoquer(commune, action, evenementDe(source, lot));

  const reculer = ({ premier, erreur }: Echec, seul: boolean): void => {
    const { epuise, ...suite } = apresEchec(place, premier.id - 1, reglages);
    if (suite.essais === 1) tracer(`${action} (${commune}) : ${String(erreur)}, nouvel essai plus tard`);
    if (epuise && seul)
      rebuter(commune, action, {
        essais: suite.essais,
        erreur: String(erreur),
        evenement: JSON.parse(evenementDe(source, [premier])) as unknown,
      });
    placer(epuise && seul ? placeA(premier.id) : suite);
  };

  const traiter = async (lot: Lot): Promise<void> => {
    const echec = await essayer(appeler, lot);
    if (ferme && echec) return;
    taille = tailleApres(lot, echec);
    if (echec) reculer(echec, lot.length === 1);
    else placer(placeA((lot.at(-1) ?? lot[0]).id));
  };

  const tourner = async (): Promise<void> => {
    while (!ferme && attendus.length > 0 && place.prochaine <= vraiMaintenant()) {
      const ids = attendus.slice(0, taille);
      const [premiere, ...suite] = lecteur.lire(ids);
      if (premiere) await traiter([premiere, ...suite]);
      else place = placeA(ids.at(-1) ?? vu);
      attendus.splice(0, attendus.findLastIndex((id) => id <= place.position) + 1);
    }
  };
  /** Nothing for this consumer up to there: the engine may forget those records. To read them again would cost little. */
  let gardee = -PAS_GARDE;
  const passer = (pas = PAS_GARDE): void => {
    if (attendus.length === 0 && vu > place.position) place = placeA(vu);
    if (place.essais > 0 || place.position < gardee + pas) return;
    gardee = place.position;
    memoire.garder(place);
  };

  return {
    position: () => place.position,
    annoncer(annonces, jusque) {
      const table = tableDe(commune);
      for (const annonce of annonces)
        if (annonce.id > place.position && annonce.table === table && veut(annonce, source))
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
    calme: () => !enCours && (place.essais >= ESSAIS_AVANT_PATIENCE || attendus.length === 0),
    async fermer() {
      ferme = true;
      await enCours;
      passer(1);
    },
  };
};

const veut = ({ types }: Annonce, { items }: Source): boolean =>
  types.some((type) => type !== null && items.includes(type));

/** Halving the batch singles out the record that makes it fail. */
const tailleApres = (lot: Lot, echec: Echec | undefined): number =>
  echec?.premier === lot[0] ? Math.max(1, Math.floor(lot.length / 2)) : LOT;

type Echec = { premier: Ligne; erreur: unknown };
type Retour = { batchItemFailures?: { itemIdentifier: string }[] } | null;

/** The first record that failed, as `ReportBatchItemFailures` says it; the whole batch when nothing else is said. */
const essayer = async (appeler: (lot: Lot) => Promise<unknown>, lot: Lot): Promise<Echec | undefined> => {
  try {
    const retour = (await appeler(lot)) as Retour;
    const rates = new Set((retour?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
    if (rates.size === 0) return undefined;
    return {
      premier: lot.find(({ id }) => rates.has(String(id))) ?? lot[0],
      erreur: 'enregistrement signalé en échec',
    };
  } catch (erreur) {
    return { premier: lot[0], erreur };
  }
};
