import type { DatabaseSync } from 'node:sqlite';
import { delaiAvant, ESSAIS_AVANT_PATIENCE, ESSAIS_MAX } from '../commun.ts';
import type { Invoquer } from '../fonctions.ts';
import { vraiMaintenant } from '../horloge.ts';
import { enregistrement, type Ligne, lecteurDe, type Source } from './enregistrement.ts';
import { apresEchec, type Place, placeA, placeGardee, type Reglages } from './place.ts';

export type Alentours = {
  base: DatabaseSync;
  registre: DatabaseSync;
  invoquer: Invoquer;
  rebuter(commune: string, action: string, corps: unknown): void;
  tracer(ligne: string): void;
  reglages?: Reglages;
};
export type Consommateur = { eveiller(change: boolean): void; calme(): boolean; fermer(): Promise<void> };

/** How many records of others a consumer passes before it writes down where it is. */
const PAS_GARDE = 500;

/** What Lambda is asked to take at once. */
const LOT = 25;
type Lot = readonly [Ligne, ...Ligne[]];

/** One action fed from the stream of one commune, at its own pace. */
export const consommer = (alentours: Alentours, source: Source): Consommateur => {
  const {
    base,
    registre,
    invoquer,
    rebuter,
    tracer,
    reglages = { essaisMax: ESSAIS_MAX, delaiAvant },
  } = alentours;
  const { commune, action } = source;
  const lecteur = lecteurDe(base, source);
  const memoire = placeGardee(registre, `${commune}/${action}`);
  let place = memoire.lire();
  let taille = LOT;
  let enCours: Promise<void> | undefined;
  let ferme = false;

  const placer = (nouvelle: Place): void => {
    place = nouvelle;
    memoire.garder(place);
  };
  const appeler = (lot: Lot) =>
    invoquer(commune, action, { Records: lot.map((ligne) => enregistrement(source, ligne)) });

  const reculer = ({ premier, erreur }: Echec, seul: boolean): void => {
    const { epuise, ...suite } = apresEchec(place, premier.id - 1, reglages);
    if (suite.essais === 1) tracer(`${action} (${commune}) : ${String(erreur)}, nouvel essai plus tard`);
    if (epuise && seul)
      rebuter(commune, action, {
        essais: suite.essais,
        erreur: String(erreur),
        evenement: { Records: [enregistrement(source, premier)] },
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
    while (!ferme && place.prochaine <= vraiMaintenant()) {
      const dernier = lecteur.dernier();
      const [premiere, ...suite] = lecteur.lire(place.position, taille);
      if (!premiere) return passer(dernier);
      await traiter([premiere, ...suite]);
    }
  };
  /** Nothing for this consumer up to there: the engine may forget those records. To read them again would cost little. */
  let gardee = -PAS_GARDE;
  const passer = (dernier: number, pas = PAS_GARDE): void => {
    if (dernier > place.position) place = placeA(dernier);
    if (place.essais > 0 || place.position < gardee + pas) return;
    gardee = place.position;
    memoire.garder(place);
  };

  const enRetard = (): boolean => lecteur.lire(place.position, 1).length > 0;
  const eveiller = (change: boolean): void => {
    const attendu = place.prochaine > 0 && place.prochaine <= vraiMaintenant();
    if (ferme || enCours || !(change || attendu)) return;
    enCours = tourner()
      .catch((erreur: unknown) => tracer(`${action} (${commune}) : ${String(erreur)}`))
      .finally(() => {
        enCours = undefined;
        // A write may have come between the last reading and now.
        if (!ferme && place.prochaine === 0 && enRetard()) eveiller(true);
      });
  };

  return {
    eveiller,
    calme: () => !enCours && (place.essais >= ESSAIS_AVANT_PATIENCE || !enRetard()),
    async fermer() {
      ferme = true;
      await enCours;
      passer(place.position, 1);
    },
  };
};

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
