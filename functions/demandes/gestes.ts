import * as z from 'zod';
import type { Regime } from '../demarches/demarche.ts';
import { type Recours, seContesteALaMairie, voiesDeRecours } from '../demarches/recours.ts';
import { conditionsDe, depuisLActe } from './acte.ts';
import { etapesCadaPossibles, refusConfirme } from './cada.ts';
import type { Fait, FaitDe } from './fait.ts';

export const Statut = z.enum([
  'a-qualifier',
  'deposee',
  'en-instruction',
  'incomplete',
  'acceptee',
  'refusee',
  'traitee',
  'acceptee-par-silence',
  'rejetee-par-silence',
  'retiree',
  'transmise',
  'desistee',
  'ecartee',
]);
export type Statut = z.infer<typeof Statut>;

/** What may be done of any demande that someone instructs, and where it leads. */
const INSTRUIRE = {
  demanderPieces: 'incomplete',
  accepter: 'acceptee',
  cloturer: 'traitee',
  refuser: 'refusee',
  transmettre: 'transmise',
  desister: 'desistee',
  accepterParSilence: 'acceptee-par-silence',
  rejeterParSilence: 'rejetee-par-silence',
} as const;

/** What happens along the way and leaves the demande where it stands. */
const EN_CHEMIN = [
  'recevoirPieces',
  'examinerPieces',
  'demanderOriginal',
  'recevoirOriginal',
  'ouvrirVerification',
  'leverVerification',
  'regulariser',
  'prolonger',
] as const;

const surPlace = <S extends Statut>(statut: S) =>
  Object.fromEntries(EN_CHEMIN.map((geste) => [geste, statut])) as Record<(typeof EN_CHEMIN)[number], S>;

/** A decision that was notified in time and written down too late: the silence had decided nothing. */
const A_TEMPS = { accepterATemps: 'acceptee', refuserATemps: 'refusee' } as const;

/** Going back on what was granted: the person is told what is considered, answers, and only then is it done (CRPA L121-1). */
const revenir = <S extends Statut>(statut: S) =>
  ({ envisagerRetrait: statut, observer: statut, abandonnerRetrait: statut, retirer: 'retiree' }) as const;

const GESTES = {
  // No silence here: nobody is told of a rejection before someone has read what they ask.
  'a-qualifier': {
    qualifier: 'deposee',
    cloturer: 'traitee',
    ecarter: 'ecartee',
    transmettre: 'transmise',
    desister: 'desistee',
  },
  deposee: { qualifier: 'deposee', prendreEnCharge: 'en-instruction', ...surPlace('deposee'), ...INSTRUIRE },
  'en-instruction': {
    qualifier: 'en-instruction',
    prendreEnCharge: 'en-instruction',
    ...surPlace('en-instruction'),
    ...INSTRUIRE,
  },
  incomplete: {
    prendreEnCharge: 'incomplete',
    completer: 'en-instruction',
    ...surPlace('incomplete'),
    ...INSTRUIRE,
  },
  acceptee: {
    ...revenir('acceptee'),
    ameliorer: 'acceptee',
    notifier: 'acceptee',
    remplacer: 'acceptee',
    contester: 'acceptee',
    medier: 'acceptee',
  },
  'acceptee-par-silence': {
    attester: 'acceptee-par-silence',
    ...revenir('acceptee-par-silence'),
    // Before an administration that is not the competent one, silence has granted nothing (CRPA L114-3).
    transmettre: 'transmise',
    ameliorer: 'acceptee',
    ...A_TEMPS,
  },
  refusee: {
    remplacer: 'acceptee',
    notifier: 'refusee',
    contester: 'refusee',
    medier: 'refusee',
    noterCada: 'refusee',
  },
  'rejetee-par-silence': {
    demanderMotifs: 'rejetee-par-silence',
    communiquerMotifs: 'rejetee-par-silence',
    contester: 'rejetee-par-silence',
    medier: 'rejetee-par-silence',
    remplacer: 'acceptee',
    noterCada: 'rejetee-par-silence',
    ...A_TEMPS,
  },
  retiree: { remplacer: 'acceptee', notifier: 'retiree', contester: 'retiree', medier: 'retiree' },
  // What ended without a decision may be taken up again, and moves no clock.
  traitee: { rouvrir: 'en-instruction' },
  transmise: {},
  desistee: {},
  ecartee: {},
} as const satisfies Record<Statut, Record<string, Statut>>;

type Cles<T> = T extends T ? keyof T : never;
export type Geste = Cles<(typeof GESTES)[Statut]>;

/** What the gestes look at. */
export type Etat = {
  statut: Statut;
  regime: Regime;
  faits: readonly Fait[];
  aidePublique?: boolean | undefined;
  obligation?: { prolongeableAu?: string | undefined } | undefined;
  recours?: readonly Recours[] | undefined;
  demarche?: { id: string } | undefined;
};

/** The démarche of what is asked without a form. */
export const DEMANDE_LIBRE = 'demande-libre';

/** A recours gracieux is a demande of its own, with its accusé and its clock: silence rejects it in two months (CRPA L411-3, L411-7). */
export const RECOURS_GRACIEUX = 'recours-gracieux';

/** Has it begun, and not ended since? */
export const enCours = (
  faits: readonly Fait[],
  [debut, fin]: readonly [debut: Fait['type'], fin: Fait['type']],
): boolean =>
  faits.findLastIndex(({ type }) => type === debut) > faits.findLastIndex(({ type }) => type === fin);

export const ORIGINAL = ['original-demande', 'original-produit'] as const;
const VERIFICATION = ['verification-ouverte', 'verification-levee'] as const;
const MOTIFS = ['motifs-demandes', 'motifs-communiques'] as const;
const aEu = (faits: readonly Fait[], type: Fait['type']): boolean => faits.some((fait) => fait.type === type);

/** What was granted is contested only for its conditions. */
const faitGrief = ({ faits, statut }: Pick<Etat, 'faits' | 'statut'>): boolean =>
  statut !== 'acceptee' || conditionsDe({ faits }) !== undefined;

/** What is considered, and has been neither done nor given up. */
export const retraitEnvisage = (faits: readonly Fait[]): FaitDe<'retrait-envisage'> | undefined => {
  const dernier = depuisLActe({ faits }).findLast(
    ({ type }) => type === 'retrait-envisage' || type === 'retrait-abandonne',
  );
  return dernier?.type === 'retrait-envisage' ? dernier : undefined;
};

const CONDITIONS: Partial<Record<Geste, (etat: Etat) => boolean>> = {
  // Written down at the counter, or read too fast, as a free demande: its true rules may still be said.
  qualifier: ({ demarche, statut }) => statut === 'a-qualifier' || demarche?.id === DEMANDE_LIBRE,
  accepter: ({ regime }) => regime.type !== 'AUCUN',
  cloturer: ({ faits, regime, statut }) =>
    statut === 'a-qualifier' || regime.type === 'AUCUN' || aEu(faits, 'rouverte'),
  accepterParSilence: ({ regime }) => regime.type === 'SVA',
  rejeterParSilence: ({ regime }) => regime.type === 'SVR',
  // Asked once without a registered letter, it may be asked again with one, which alone stops the clock (CRPA R113-6).
  demanderOriginal: ({ faits }) =>
    !enCours(faits, ORIGINAL) || !faits.findLast((fait) => fait.type === 'original-demande')?.recommande,
  recevoirOriginal: ({ faits }) => enCours(faits, ORIGINAL),
  // Renewed once, while the first runs; never opened again after its end (CRPA L115-3).
  ouvrirVerification: ({ faits, aidePublique }) => {
    const ouvertes = faits.filter(({ type }) => type === 'verification-ouverte').length;
    return aidePublique === true && (ouvertes === 0 || (ouvertes === 1 && enCours(faits, VERIFICATION)));
  },
  leverVerification: ({ faits }) => enCours(faits, VERIFICATION),
  prolonger: ({ faits, regime, obligation }) =>
    !aEu(faits, 'prolongation') &&
    (obligation?.prolongeableAu !== undefined ||
      (regime.type === 'SVR' && regime.prolongeableDe !== undefined)),
  noterCada: ({ recours, faits }) =>
    voiesDeRecours({ recours }).some(({ devant }) => devant === 'cada') &&
    etapesCadaPossibles(faits).length > 0,
  demanderMotifs: ({ faits }) => !aEu(faits, 'motifs-demandes') && !refusConfirme(faits),
  communiquerMotifs: ({ faits }) => enCours(faits, MOTIFS),
  // A compulsory step comes before any other (CRPA L412-3); a second recours gracieux gains no time.
  contester: ({ faits, recours, statut }) =>
    seContesteALaMairie({ recours }) &&
    !aEu(depuisLActe({ faits }), 'recours-gracieux') &&
    faitGrief({ faits, statut }),
  medier: faitGrief,
  remplacer: faitGrief,
  envisagerRetrait: ({ faits }) => !retraitEnvisage(faits),
  observer: ({ faits }) => retraitEnvisage(faits) !== undefined,
  abandonnerRetrait: ({ faits }) => retraitEnvisage(faits) !== undefined,
};

/** What may be done now; the screens' buttons come from here. */
export const gestesPossibles = (etat: Etat): Geste[] =>
  (Object.keys(GESTES[etat.statut]) as Geste[]).filter((geste) => CONDITIONS[geste]?.(etat) ?? true);

/** Where a geste leads from a statut. */
export const arriveeDe = (geste: Geste, statut: Statut): Statut =>
  (GESTES[statut] as Partial<Record<Geste, Statut>>)[geste] ?? statut;

const OUVERTS: readonly Statut[] = ['a-qualifier', 'deposee', 'en-instruction', 'incomplete'];

/** Nothing more is decided: what may still be done is about the decision. */
export const estClose = ({ statut }: { statut: Statut }): boolean => !OUVERTS.includes(statut);
