import { DOCTRINE, type Doctrine } from '../echeances/doctrine.ts';
import { type Evenement, type Horloge, horloge } from '../echeances/horloge.ts';
import { type Jour, jourDe } from '../platform/dates.ts';
import type { Demande } from './demande.ts';
import type { Fait, FaitDe } from './fait.ts';

type Vecue = Pick<Demande, 'regime' | 'faits' | 'fuseau' | 'doctrine'>;

/** A deposit asks it six times of the same value, which never changes: a new state is a new object. */
const connues = new WeakMap<Vecue, Horloge>();

/** The clock of a demande, from its faits alone. */
export const horlogeDe = (vecue: Vecue): Horloge => {
  const deja = connues.get(vecue);
  if (deja) return deja;
  const { regime, faits, fuseau, doctrine = DOCTRINE } = vecue;
  const calculee = arreterSiRouverte(
    horloge(regime, evenementsDe({ faits, fuseau, doctrine }), doctrine),
    faits,
  );
  connues.set(vecue, calculee);
  return calculee;
};

/** It had been answered, even late: a word of the person starts no delay again. */
const arreterSiRouverte = (calculee: Horloge, faits: readonly Fait[]): Horloge =>
  calculee.terme && faits.some(({ type }) => type === 'rouverte')
    ? { ...calculee, etat: 'decidee', terme: null, suspendueJusquau: undefined }
    : calculee;

type Lecture = { faits: readonly Fait[]; fuseau: string; doctrine: Doctrine };

/** In the order of the days on which things happened, which is not always that in which they were written down. */
const evenementsDe = ({ faits, fuseau, doctrine }: Lecture): Evenement[] => {
  const [premier, ...suite] = faits.flatMap((fait) =>
    evenementsDu(fait, jourDuFait(fait, fuseau), { fuseau, doctrine }),
  );
  return premier ? [premier, ...suite.toSorted((a, b) => a.le.localeCompare(b.le))] : [];
};

/** The local day on which something happened. */
export const jourDuFait = (fait: Fait, fuseau: string): Jour =>
  ('jour' in fait && fait.jour) || jourDe(fait.le, fuseau);

const evenementsDu = (fait: Fait, le: Jour, lecture: Omit<Lecture, 'faits'>): Evenement[] => {
  switch (fait.type) {
    case 'recue':
      return fait.transmisePar
        ? [
            { type: 'recue', le: fait.transmisePar.recueLe },
            { type: 'transmise', le },
          ]
        : [{ type: 'recue', le }];
    case 'pieces-demandees':
      return fait.arreteLeDelai ? [{ type: 'pieces-demandees', le, jusquau: fait.jusquau }] : [];
    case 'pieces-recues':
      return [{ type: 'pieces-recues', le, complet: fait.complet }];
    case 'original-demande':
      return fait.recommande ? [{ type: 'original-demande', le: fait.recommande.le }] : [];
    case 'original-produit':
      return [{ type: fait.type, le }];
    case 'verification-ouverte':
      return [{ type: 'fraude-suspectee', le }];
    case 'verification-levee':
      return [{ type: 'fraude-levee', le }];
    case 'decision':
      return repondreLe(fait, lecture);
    case 'prolongation':
      return [{ type: 'prolongee', le }];
    case 'desistement':
      return [{ type: 'sans-suite', le, pourquoi: 'desistement' }];
    case 'transmise':
      return [{ type: 'sans-suite', le, pourquoi: 'transmission' }];
    case 'qualifiee':
    case 'ecartee':
    case 'prise-en-charge':
    case 'piece-examinee':
    case 'delai-imparti-passe':
    case 'regularisation-demandee':
    case 'rappel':
    case 'silence':
    case 'attestation':
    case 'motifs-demandes':
    case 'motifs-communiques':
    case 'retrait':
    case 'retrait-envisage':
    case 'observations':
    case 'retrait-abandonne':
    case 'notification-revenue':
    case 'notification':
    case 'recours-gracieux':
    case 'mediation':
    case 'cada':
    case 'rouverte':
      return [];
  }
};

/** What takes the place of an act finds the clock already stopped. */
const repondreLe = (fait: FaitDe<'decision'>, lecture: Omit<Lecture, 'faits'>): Evenement[] =>
  fait.remplace ? [] : [{ type: 'decision-notifiee', le: reponseLe(fait, lecture) }];

/** The day on which an answer counts: that of its notification, or that on which it was taken, as the commune reads the law. */
export const reponseLe = (
  fait: FaitDe<'decision'>,
  { fuseau, doctrine = DOCTRINE }: Pick<Demande, 'fuseau' | 'doctrine'>,
): Jour => (doctrine.reponse === 'prise' && fait.priseLe) || fait.notifieeLe || jourDe(fait.le, fuseau);
