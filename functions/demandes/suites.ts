import type { Commune } from '../commune/commune.ts';
import { calendrierDe } from '../echeances/calendrier.ts';
import {
  auPlusTardSansRaisons,
  dernierJourDeRecours,
  motifsAuPlusTard,
  retraitJusquau,
} from '../echeances/delais.ts';
import { type Jour, jourDe } from '../platform/dates.ts';
import { enBref, enLettres } from '../platform/lettres.ts';
import type { Section } from './accuse.ts';
import type { Demande } from './demande.ts';
import type { Fait, FaitDe } from './fait.ts';
import type { Statut } from './gestes.ts';
import { jourDuFait } from './horloge.ts';
import { type Depuis, recoursDe } from './recours.ts';
import { voiesDe } from './voie.ts';

type Decidee = Pick<Demande, 'statut' | 'recours' | 'faits' | 'fuseau' | 'usager'>;
/** What of a commune says where and until when its decisions are contested. */
export type Ville = Pick<Commune, 'tribunal' | 'calendrier' | 'vendrediSaint' | 'feriesLocaux' | 'doctrine'>;

/** What the law opens to the person once all is decided: an attestation, the reasons, the ways of appeal. */
export const suitesDe = (demande: Decidee, commune: Ville): Section[] => {
  switch (demande.statut) {
    case 'acceptee-par-silence':
      return [{ titre: 'Votre attestation', lignes: [ATTESTATION] }];
    case 'rejetee-par-silence':
      return [
        { titre: 'Les raisons de ce rejet', lignes: raisonsDe(demande) },
        { titre: 'Vos recours', lignes: recours(demande, depuisDuSilence(demande), commune) },
      ];
    case 'refusee':
    case 'retiree':
      return [
        { titre: 'Vos recours', lignes: recours(demande, 'la notification de cette décision', commune) },
      ];
    case 'a-qualifier':
    case 'ecartee':
    case 'deposee':
    case 'en-instruction':
    case 'incomplete':
    case 'acceptee':
    case 'traitee':
    case 'transmise':
    case 'desistee':
      return [];
  }
};

const ATTESTATION =
  'Vous pouvez télécharger l’attestation de cette acceptation : toute administration peut en vérifier l’authenticité. (CRPA, L232-3)';
const RAISONS =
  'Vous pouvez demander à la mairie les raisons de ce rejet ; elle doit vous les donner dans le mois. (CRPA, L232-4)';

const SANS_RAISONS =
  'Le délai de deux mois repartira quand la mairie vous aura donné ses raisons ; si elle ne les donne pas, vous avez un an depuis votre demande de raisons. (CRPA, L232-4 ; Conseil d’État, 2 octobre 2025, n° 504677)';

const raisonsDe = (demande: Decidee): string[] => {
  const donnees = dernierFait(demande, 'motifs-communiques');
  if (donnees) return [`Les faits : ${donnees.faits}`, `Le droit : ${donnees.droit}`];
  const demandees = dernierFait(demande, 'motifs-demandes');
  if (!demandees) return [RAISONS];
  const le = jourDuFait(demandees, demande.fuseau);
  return [
    `Vous avez demandé les raisons le ${enBref(le)} : la mairie doit vous les donner au plus tard le ${enBref(motifsAuPlusTard(le))}. (CRPA, L232-4)`,
  ];
};

/** Once given, the reasons make the delay run anew (CRPA L232-4). */
const depuisDuSilence = (demande: Decidee): Depuis => {
  if (dernierFait(demande, 'motifs-communiques')) return 'la réception de ces raisons';
  return accuseTardif(demande) ? 'la réception de l’accusé de cette demande' : 'ce rejet par silence';
};

/** The day of an accusé issued after the term: before it nobody had been told, and no delay ran (CRPA L112-6, L112-12). */
const accuseTardif = ({ faits, fuseau }: Pick<Decidee, 'faits' | 'fuseau'>): Jour | undefined => {
  const silence = faits.findLast((fait) => fait.type === 'silence');
  const [recue] = faits;
  const qualifiee = faits.find((fait) => fait.type === 'qualifiee');
  const accusee = qualifiee?.le ?? (recue?.type === 'recue' ? recue.saisieLe : undefined);
  const jour = accusee && jourDe(accusee, fuseau);
  return jour && silence && jour > silence.terme ? jour : undefined;
};

const recours = (demande: Decidee, depuis: Depuis, commune: Ville): string[] => {
  const dernier = dernierJourPourContester(demande, commune);
  const arret = interruption(demande);
  return [
    ...recoursDe({ recours: demande.recours, depuis }, commune),
    ...(arret ? [arret] : []),
    ...(raisonsAttenduesDepuis(demande) ? [SANS_RAISONS] : []),
    ...(dernier && !recueOnNeSaitQuand(demande)
      ? [`Dernier jour pour contester : le ${enLettres(dernier)}.`]
      : []),
  ];
};

const dernierFait = <T extends Fait['type']>(
  { faits }: Pick<Demande, 'faits'>,
  type: T,
): FaitDe<T> | undefined => faits.findLast((fait): fait is FaitDe<T> => fait.type === type);

/** The day from which the two months run; the reasons of a silence, once given, make them run again (CRPA L232-4). */
const contestableDepuis = (demande: Decidee): Jour | undefined => {
  const { faits, fuseau, statut } = demande;
  const DEPUIS: Partial<Record<Statut, Fait['type'][]>> = {
    'rejetee-par-silence': ['silence', 'motifs-communiques'],
    refusee: ['decision'],
    retiree: ['retrait'],
  };
  const fait = faits.findLast(({ type }) => DEPUIS[statut]?.includes(type));
  const close = dernierFait(demande, 'mediation');
  const depuis = fait && depuisLeFait(fait, demande);
  return fait && close ? leDernier(jourDuFait(close, fuseau), depuis) : depuis;
};

const depuisLeFait = (fait: Fait, demande: Decidee): Jour | undefined => {
  if (fait.type === 'silence') return accuseTardif(demande) ?? fait.terme;
  // On paper, the delay runs from a day that nobody knows yet.
  if (fait.type === 'decision' && (fait.notifieeLe || surPapier(demande))) return fait.notifieeLe;
  return jourDuFait(fait, demande.fuseau);
};

const surPapier = (demande: Decidee): boolean => voiesDe(demande).length === 0;

/** Reasons or a withdrawal posted as a letter: what was typed that day is received later, on a day that nobody knows. */
const recueOnNeSaitQuand = (demande: Decidee): boolean =>
  surPapier(demande) &&
  (demande.statut === 'retiree' || dernierFait(demande, 'motifs-communiques') !== undefined);

/** A mediation stops the delay to go before the judge, which runs anew once it ends (CRPA L421-3, L424-2). */
export const mediationEnCours = ({ faits }: Pick<Demande, 'faits'>): boolean =>
  faits.findLast((fait) => fait.type === 'mediation')?.etape === 'engagee';

/** Why the delay to contest does not run now, in a sentence; undefined when it does. */
const interruption = (demande: Decidee): string | undefined => {
  if (mediationEnCours(demande))
    return 'Une médiation est engagée : ce délai est interrompu, et repartira quand elle finira. (CRPA, L421-3)';
  const recoursGracieux = dernierFait(demande, 'recours-gracieux');
  return (
    recoursGracieux &&
    `Votre recours gracieux (${recoursGracieux.reference}), s’il est arrivé dans ce délai, l’a interrompu : il repartira de la réponse à ce recours, ou du rejet né du silence. (CRPA, L411-2)`
  );
};

/** The last day to contest what was decided; undefined while something interrupts the delay, or when nothing may be. */
export const dernierJourPourContester = (demande: Decidee, commune: Ville): Jour | undefined => {
  if (interruption(demande)) return undefined;
  const depuis = contestableDepuis(demande);
  const le = depuis && dernierJourDeRecours(depuis, calendrierDe(commune)).le;
  const attendues = raisonsAttenduesDepuis(demande);
  // The doubt is for the person: a mediation that ended may leave them longer than the year.
  return attendues ? leDernier(auPlusTardSansRaisons(attendues), le) : le;
};

const leDernier = (a: Jour, b: Jour | undefined): Jour => (b && b > a ? b : a);

/** The day on which the reasons were asked, as long as nobody has given them. */
const raisonsAttenduesDepuis = (demande: Pick<Demande, 'faits' | 'fuseau'>): Jour | undefined => {
  const demandees = dernierFait(demande, 'motifs-demandes');
  return demandees && !dernierFait(demande, 'motifs-communiques')
    ? jourDuFait(demandees, demande.fuseau)
    : undefined;
};

/** The day on which what may be withdrawn was decided; undefined when nothing was granted. */
export const accordeeLe = ({ statut, faits, fuseau }: Decidee): Jour | undefined => {
  const silence = faits.findLast((fait) => fait.type === 'silence');
  if (statut === 'acceptee-par-silence') return silence?.terme;
  const decision = faits.findLast((fait) => fait.type === 'decision');
  if (statut !== 'acceptee' || !decision) return undefined;
  return decision.priseLe ?? jourDuFait(decision, fuseau);
};

/** By when the reasons that were asked must be given; undefined when none are awaited. */
export const motifsAttendusLe = (demande: Pick<Demande, 'faits' | 'fuseau'>): Jour | undefined => {
  const depuis = raisonsAttenduesDepuis(demande);
  return depuis && motifsAuPlusTard(depuis);
};

/** Until when an unlawful grant may be withdrawn (CRPA L242-1). */
export const retirableJusquau = (demande: Decidee): Jour | undefined => {
  const le = accordeeLe(demande);
  return le && retraitJusquau(le);
};

export const lignesDeSuites = (...de: Parameters<typeof suitesDe>): string[] =>
  suitesDe(...de).flatMap(({ lignes }) => lignes);
