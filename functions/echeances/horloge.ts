import type { Regime } from '../demarches/demarche.ts';
import { ajouter, type Jour, joursEntre } from '../platform/dates.ts';
import { DOCTRINE, type Doctrine } from './doctrine.ts';
import { type Explication, explique, type Motif, type SansSuite, sansDecision } from './explication.ts';

/** What happened to a demande, as far as the law's clock looks. Days are local days of the commune, in order. */
export type Evenement =
  | { type: 'recue' | 'transmise' | 'decision-notifiee' | 'prolongee'; le: Jour }
  | { type: 'pieces-demandees'; le: Jour; jusquau?: Jour | undefined }
  | { type: 'pieces-recues'; le: Jour; complet: boolean }
  | { type: 'original-demande' | 'original-produit' | 'fraude-suspectee' | 'fraude-levee'; le: Jour }
  | { type: 'sans-suite'; le: Jour; pourquoi: SansSuite };

export type Sens = 'acceptation' | 'rejet';

/** `le` is printed in the accusé; the silence may be stated from `constatableLe`, and prevented until `dernierJourUtile`. */
export type Terme = { sens: Sens; le: Jour; constatableLe: Jour; dernierJourUtile: Jour };

export type Horloge = {
  etat: 'sans-decision-implicite' | 'court' | 'attend-pieces' | 'suspendue' | 'decidee';
  depart: Jour;
  terme: Terme | null;
  /** The last day of what suspends it now, when it has one: past that day it runs again. */
  suspendueJusquau: Jour | undefined;
  /** Sent on to another administration, a rejection keeps its day (CRPA L114-3, first paragraph). */
  ailleurs?: Terme | undefined;
  explications: Explication[];
};

/** A suspension that has begun; `au`, when the law or the letter says at the latest when it ends. */
type Ouverte = { du: Jour; au?: Jour | undefined; renouvelee?: boolean };
type Periode = { du: Jour; au: Jour };
type Marche = {
  regime: Exclude<Regime, { type: 'AUCUN' }>;
  doctrine: Doctrine;
  recue: Jour;
  depart: Jour;
  /** An acceptance waits for pièces: the delay has not begun. */
  attend: boolean;
  /** How many transmissions are to come, where the delay runs from the competent administration: no term before the last. */
  aTransmettre: number;
  /** What the delay became, where it may be extended. */
  delai: string;
  decidee: boolean;
  /** What the first receipt still leads to, at the administration to which the demande went. */
  ailleurs?: Terme | undefined;
  suspensions: Periode[];
  ouvertes: Partial<Record<Motif, Ouverte>>;
  /** A suspicion of fraud has suspended it once. */
  soupconnee: boolean;
  explications: Explication[];
};

/** The legal clock, recomputed whole from what happened (CRPA L114-3, L114-5, L231-1, L231-4). Dates are derived, never kept. */
export const horloge = (
  regime: Regime,
  evenements: readonly Evenement[],
  doctrine: Doctrine = DOCTRINE,
): Horloge => {
  const [recue, ...suite] = evenements;
  if (recue?.type !== 'recue') throw new RangeError('une horloge commence par la réception');
  if (regime.type === 'AUCUN')
    return {
      etat: 'sans-decision-implicite',
      depart: recue.le,
      terme: null,
      suspendueJusquau: undefined,
      explications: [sansDecision(regime.suite)],
    };
  const transmissions = suite.filter(({ type }) => type === 'transmise').length;
  const aTransmettre = partDeLaCompetente(regime) ? transmissions : 0;
  return conclure(suite.reduce(avancer, { ...partir(regime, recue.le, doctrine), aTransmettre }));
};

/**
 * An acceptance runs from the competent administration, a rejection from the first that was asked (L114-3), unless a
 * special text says otherwise (R311-13).
 */
const partDeLaCompetente = (regime: Marche['regime']): boolean =>
  regime.type === 'SVA' || regime.depuis === 'competente';

const partir = (regime: Marche['regime'], le: Jour, doctrine: Doctrine): Omit<Marche, 'aTransmettre'> => ({
  regime,
  doctrine,
  recue: le,
  depart: le,
  delai: regime.delai,
  attend: false,
  decidee: false,
  suspensions: [],
  soupconnee: false,
  ouvertes: {},
  explications: [explique.reception(le)],
});

const dire = (marche: Marche, ...explications: Explication[]): Marche => ({
  ...marche,
  explications: [...marche.explications, ...explications],
});

const avancer = (marche: Marche, evenement: Evenement): Marche => {
  const { le } = evenement;
  if (marche.decidee) return marche;
  const terme = termeDe(marche);
  if (terme && le > terme.le && !niaitLeTerme(marche, evenement)) {
    const quoi = evenement.type === 'decision-notifiee' ? 'decision' : 'evenement';
    return dire(marche, explique.tropTard(marche.regime, { quoi, le, terme: terme.le }));
  }
  return vivre(marche, evenement);
};

/** Sent on to the competent administration, an acceptance had no term here, however late it is seen (L114-3). */
const niaitLeTerme = ({ regime }: Marche, evenement: Evenement): boolean =>
  evenement.type === 'sans-suite' && evenement.pourquoi === 'transmission' && regime.type === 'SVA';

const vivre = (marche: Marche, evenement: Evenement): Marche => {
  const { le } = evenement;
  switch (evenement.type) {
    case 'recue':
      return marche;
    case 'transmise':
      return transmettre(marche, le);
    case 'pieces-demandees':
      return demanderPieces(marche, evenement);
    case 'pieces-recues':
      return completer(marche, evenement);
    case 'original-demande':
      return suspendre(marche, 'original', { du: le });
    case 'original-produit':
      return reprendre(marche, 'original', le);
    case 'fraude-suspectee':
      return soupconner(marche, le);
    case 'fraude-levee':
      return reprendre(marche, 'fraude', le);
    case 'decision-notifiee':
      return dire({ ...marche, decidee: true }, explique.decidee(marche.regime, le));
    case 'prolongee':
      return prolonger(marche, le);
    case 'sans-suite':
      return FINS[evenement.pourquoi](marche, le);
  }
};

const FINS: Record<SansSuite, (marche: Marche, le: Jour) => Marche> = {
  desistement: (marche, le) => dire({ ...marche, decidee: true }, explique.desistee(marche.regime, le)),
  transmission: (marche, le) => envoyerAilleurs(marche, le),
};

const transmettre = (marche: Marche, le: Jour): Marche => {
  const repart = partDeLaCompetente(marche.regime);
  const transmise = repart ? { ...marche, depart: le, aTransmettre: marche.aTransmettre - 1 } : marche;
  return dire(transmise, explique.transmise(marche.regime, le));
};

/** It is no longer for this house to answer; a rejection keeps the day that was told, elsewhere (L114-3). */
const envoyerAilleurs = (marche: Marche, le: Jour): Marche => {
  const ailleurs = partDeLaCompetente(marche.regime) ? undefined : (termeDe(marche) ?? undefined);
  return dire(
    { ...marche, decidee: true, ailleurs },
    explique.ailleurs(le),
    explique.delaiAilleurs(marche.regime, ailleurs?.le),
  );
};

/** Once, and told within the first delay (GDPR, article 12-3): what comes after the term is stopped before. */
const prolonger = (marche: Marche, le: Jour): Marche => {
  const de = marche.regime.type === 'SVR' ? marche.regime.prolongeableDe : undefined;
  if (!de || marche.delai !== marche.regime.delai) return marche;
  const prolongee = { ...marche, delai: sommeDe(marche.delai, de) };
  return dire(prolongee, explique.prolongee(marche.regime, { le, de }));
};

/** One month and two more are three months, counted at once from the receipt. */
export const sommeDe = (delai: string, de: string): string => `P${moisDe(delai) + moisDe(de)}M`;

const moisDe = (delai: string): number => Number.parseInt(delai.slice(1), 10);

/** The asymmetry of L114-5: an acceptance starts afresh once the file is complete, a rejection is only suspended. */
const demanderPieces = (marche: Marche, { le, jusquau }: { le: Jour; jusquau?: Jour | undefined }): Marche =>
  marche.regime.type === 'SVA'
    ? dire({ ...marche, attend: true }, explique.piecesAttendues(le))
    : suspendreAArrivee(marche, ajouter(le, `P${marche.doctrine.acheminement}D`), jusquau);

/** A request that reaches the person once silence has decided suspends nothing. */
const suspendreAArrivee = (marche: Marche, du: Jour, au: Jour | undefined): Marche => {
  const terme = termeDe(marche);
  return terme && du > terme.le ? marche : suspendre(marche, 'pieces', { du, au });
};

const completer = (marche: Marche, { le, complet }: { le: Jour; complet: boolean }): Marche => {
  if (!complet) return marche;
  if (marche.regime.type === 'SVR') return reprendre(marche, 'pieces', le);
  return marche.attend ? dire({ ...marche, attend: false, depart: le }, explique.complet(le)) : marche;
};

/** While one runs, a new request keeps what was suspended, and the later of the two deadlines holds. */
const suspendre = (marche: Marche, motif: Motif, nouvelle: Ouverte): Marche => {
  const deja = marche.ouvertes[motif];
  const suspensions = deja
    ? [...marche.suspensions, { du: deja.du, au: plusTot(deja.au, nouvelle.du) }]
    : marche.suspensions;
  const encore = deja && (!deja.au || deja.au > nouvelle.du);
  const au = encore ? plusTard(deja.au, nouvelle.au) : nouvelle.au;
  const ouvertes = { ...marche.ouvertes, [motif]: { ...nouvelle, au } };
  return dire({ ...marche, suspensions, ouvertes }, explique.suspendu(motif, { du: nouvelle.du, au }));
};

const plusTot = (fin: Jour | undefined, le: Jour): Jour => (fin && fin < le ? fin : le);
/** A suspension without a known end outlasts any other. */
const plusTard = (a: Jour | undefined, b: Jour | undefined): Jour | undefined => {
  if (!a || !b) return undefined;
  return a > b ? a : b;
};

/** R115-5 holds for demandes received from this day. */
const SOUPCONS_DEPUIS = '2026-03-01';
/** Three months at most from its notification, once more if something new is found (L115-3). */
export const VERIFICATION = 'P3M';

/** A second one renews the first while it runs; after its end, nothing opens it again (L115-3). */
const soupconner = (marche: Marche, le: Jour): Marche => {
  if (marche.recue < SOUPCONS_DEPUIS) return dire(marche, explique.sansSuspension());
  const deja = marche.ouvertes.fraude;
  if (!marche.soupconnee)
    return suspendre({ ...marche, soupconnee: true }, 'fraude', { du: le, au: ajouter(le, VERIFICATION) });
  if (!deja?.au || deja.au < le || deja.renouvelee) return dire(marche, explique.jamaisRouverte(le));
  const au = ajouter(deja.au, VERIFICATION);
  const ouvertes = { ...marche.ouvertes, fraude: { ...deja, au, renouvelee: true } };
  return dire({ ...marche, ouvertes }, explique.prolonge(au));
};

const reprendre = (marche: Marche, motif: Motif, le: Jour): Marche => {
  const { [motif]: ouverte, ...ouvertes } = marche.ouvertes;
  if (!ouverte) return marche;
  const periode = { du: ouverte.du, au: plusTot(ouverte.au, le) };
  return dire(
    { ...marche, ouvertes, suspensions: [...marche.suspensions, periode] },
    explique.repris(motif, { au: periode.au, jours: duree(periode, marche.doctrine) }),
  );
};

/** The term if nothing more happens; null while the clock waits for pièces, or for an end that no one knows. */
const termeDe = (marche: Marche): Terme | null => {
  const { regime, depart, delai, attend, aTransmettre, doctrine } = marche;
  const suspendus = attend || aTransmettre > 0 ? null : joursSuspendus(marche);
  if (suspendus === null) return null;
  const le = ajouter(ajouter(depart, delai), `P${suspendus}D`);
  return {
    sens: regime.type === 'SVA' ? 'acceptation' : 'rejet',
    le,
    constatableLe: doctrine.constat === 'jour-meme' ? le : ajouter(le, 'P1D'),
    dernierJourUtile: ajouter(le, '-P1D'),
  };
};

/** Days suspended since the delay runs; null when a suspension has no known end. */
const joursSuspendus = ({ suspensions, ouvertes, depart, doctrine }: Marche): number | null => {
  const enCours = Object.values(ouvertes);
  const bornees = enCours.flatMap(({ du, au }) => (au ? [{ du, au }] : []));
  if (bornees.length < enCours.length) return null;
  return joursCouverts(
    [...suspensions, ...bornees].map((periode) => ({ ...periode, au: finComptee(periode, doctrine) })),
    depart,
  );
};

/** Both ends count, or not; what ends on the day it began suspends nothing. */
const finComptee = ({ du, au }: Periode, { suspension }: Doctrine): Jour =>
  suspension === 'deux-bouts' && au > du ? ajouter(au, 'P1D') : au;

const duree = (periode: Periode, doctrine: Doctrine): number =>
  Math.max(0, joursEntre(periode.du, finComptee(periode, doctrine)));

/** Overlapping periods count once, and only from `depuis`. */
const joursCouverts = (periodes: readonly Periode[], depuis: Jour): number => {
  let total = 0;
  let couvertJusquau = depuis;
  for (const { du, au } of periodes.toSorted((a, b) => a.du.localeCompare(b.du))) {
    const debut = du > couvertJusquau ? du : couvertJusquau;
    if (au <= debut) continue;
    total += joursEntre(debut, au);
    couvertJusquau = au;
  }
  return total;
};

const conclure = (marche: Marche): Horloge => {
  const { regime, depart, delai, decidee, attend, ailleurs, explications } = marche;
  const suspendueJusquau = finDesPauses(marche);
  const commun = { depart, suspendueJusquau, ...(ailleurs && { ailleurs }) };
  if (decidee) return { ...commun, etat: 'decidee', terme: null, explications };
  const terme = termeDe(marche);
  if (!terme) return { ...commun, etat: attend ? 'attend-pieces' : 'suspendue', terme, explications };
  const fin = explique.terme(regime, { le: terme.le, delai, suspendus: joursSuspendus(marche) ?? 0 });
  const etat = suspendueJusquau ? 'suspendue' : 'court';
  return { ...commun, etat, terme, explications: [...explications, fin] };
};

const finDesPauses = ({ ouvertes }: Marche): Jour | undefined =>
  Object.values(ouvertes)
    .flatMap(({ au }) => (au ? [au] : []))
    .sort()
    .at(-1);
