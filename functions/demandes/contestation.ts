import type { Commune } from '../commune/commune.ts';
import { estFranc, laVoieDuJuge, type Recours, voieDontLeDelaiCourt } from '../demarches/recours.ts';
import { calendrierDe } from '../echeances/calendrier.ts';
import {
  auPlusTardSansRaisons,
  confirmationApresCada,
  dernierJourDeRecours,
  devantLaCada,
  motifsAuPlusTard,
} from '../echeances/delais.ts';
import { DOCTRINE } from '../echeances/doctrine.ts';
import type { Envoi } from '../envois/envoi.ts';
import { type Jour, jourDe } from '../platform/dates.ts';
import { residenceDe } from '../usagers/residence.ts';
import { conditionsDe, depuisLActe } from './acte.ts';
import type { Demande } from './demande.ts';
import type { Fait, FaitDe } from './fait.ts';
import type { Statut } from './gestes.ts';
import { jourDuFait } from './horloge.ts';
import type { Instances } from './recours.ts';
import { voiesDe } from './voie.ts';

export type Decidee = Pick<Demande, 'statut' | 'recours' | 'autorite' | 'faits' | 'fuseau' | 'usager'>;
/** What of a commune says where and until when its decisions are contested. */
export type Ville = Instances & Pick<Commune, 'calendrier' | 'vendrediSaint' | 'feriesLocaux' | 'doctrine'>;

/** The last fait of a kind. */
export const dernierFait = <T extends Fait['type']>(
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
    // What is granted without conditions leaves nothing to contest.
    ...(conditionsDe(demande) && { acceptee: ['decision'] }),
  };
  const fait = faits.findLast(({ type }) => DEPUIS[statut]?.includes(type));
  const close = dernierFait(demande, 'mediation');
  const depuis = fait && depuisLeFait(fait, demande);
  return fait && close ? leDernier(jourDuFait(close, fuseau), depuis) : depuis;
};

const depuisLeFait = (fait: Fait, demande: Decidee): Jour | undefined => {
  if (fait.type === 'silence') return accuseTardif(demande) ?? fait.terme;
  const autrement = fait.type === 'motifs-communiques' ? undefined : autrementNotifiee(demande);
  if (autrement) return autrement.le;
  // On paper, the delay runs from a day that nobody knows yet.
  if (fait.type === 'decision' && (fait.notifieeLe || surPapier(demande))) return fait.notifieeLe;
  return jourDuFait(fait, demande.fuseau);
};

/** How an act was notified when its mail did not do: the last time counts; undefined while it has only come back. */
const autrementNotifiee = (demande: Pick<Decidee, 'faits'>): { le: Jour | undefined } | undefined => {
  const fait = depuisLActe(demande).findLast(
    ({ type }) => type === 'notification' || type === 'notification-revenue',
  );
  return fait && { le: fait.type === 'notification' ? fait.jour : undefined };
};

export const notificationRevenue = (demande: Pick<Decidee, 'faits'>): boolean => {
  const autrement = autrementNotifiee(demande);
  return autrement !== undefined && !autrement.le;
};

const surPapier = (demande: Decidee): boolean => voiesDe(demande).length === 0;

/** Reasons or a withdrawal posted as a letter: what was typed that day is received later, on a day that nobody knows. */
export const recueOnNeSaitQuand = (demande: Decidee): boolean =>
  surPapier(demande) &&
  !autrementNotifiee(demande)?.le &&
  (demande.statut === 'retiree' || dernierFait(demande, 'motifs-communiques') !== undefined);

/** A mediation stops the delay to go before the judge, which runs anew once it ends (CRPA L421-3, L424-2). */
export const mediationEnCours = ({ faits }: Pick<Demande, 'faits'>): boolean =>
  faits.findLast((fait) => fait.type === 'mediation')?.etape === 'engagee';

/** Why the delay to contest does not run now, in a sentence; undefined when it does. */
export const interruption = (demande: Decidee): string | undefined => {
  if (mediationEnCours(demande))
    return 'Une médiation est engagée : ce délai est interrompu, et repartira quand elle finira. (CRPA, L421-3)';
  const recoursGracieux = dernierFait({ faits: depuisLActe(demande) }, 'recours-gracieux');
  return recoursGracieux && !recoursGracieux.horsDelai
    ? `Votre recours gracieux (${recoursGracieux.reference}), s’il est arrivé dans ce délai, l’a interrompu : il repartira de la réponse à ce recours, ou du rejet né du silence. (CRPA, L411-2)`
    : undefined;
};

/** The last day to contest what was decided; undefined while something interrupts the delay, or when nothing may be. */
export const dernierJourPourContester = (
  demande: Decidee,
  commune: Ville,
  residence = residenceDe(demande.usager),
): Jour | undefined => {
  if (interruption(demande)) return undefined;
  const voie = voieQuiCourt(demande);
  const depuis = confirmeeParLaCada(demande) ?? contestableDepuis(demande);
  const le =
    depuis &&
    voie &&
    dernierJourDeRecours(depuis, calendrierDe(commune), { ...comptee(voie, commune), residence }).le;
  const attendues = raisonsAttenduesDepuis(demande);
  // The doubt is for the person: a mediation that ended may leave them longer than the year.
  return attendues ? leDernier(auPlusTardSansRaisons(attendues), le) : le;
};

/** The CADA has been asked: the judge comes next. */
const voieQuiCourt = (demande: Decidee): Recours | undefined =>
  confirmeeParLaCada(demande) ? laVoieDuJuge(demande) : voieDontLeDelaiCourt(demande);

/** Whether the two months before the CADA are clear is for the commune to settle (CRPA R343-1). */
const comptee = (voie: Recours, { doctrine = DOCTRINE }: Ville) => ({
  delai: voie.delai,
  ...(voie.devant === 'cada' ? devantLaCada(doctrine) : { franc: estFranc(voie) }),
});

/** Does where the person lives change their last day? Before the administrative judge alone (CJA R421-7). */
export const dependDeLaResidence = (demande: Decidee): boolean => {
  const voie = voieQuiCourt(demande);
  return voie !== undefined && voie.devant !== 'cada' && estFranc(voie);
};

/** The day on which the refusal was confirmed after the CADA: told so, or by two months of silence (CRPA R343-4, R343-5). */
export const confirmeeParLaCada = ({
  faits,
  fuseau,
}: Pick<Decidee, 'faits' | 'fuseau'>): Jour | undefined => {
  const dite = faits.findLast((fait) => fait.type === 'cada' && fait.etape === 'refus-confirme');
  const enregistree = faits.findLast((fait) => fait.type === 'cada' && fait.etape === 'enregistree');
  const parSilence = enregistree && confirmationApresCada(jourDuFait(enregistree, fuseau));
  const expresse = dite && jourDuFait(dite, fuseau);
  return expresse && (!parSilence || expresse < parSilence) ? expresse : parSilence;
};

/** May one still contest, wherever one lives? Nobody is refused for a month that the house did not know of. */
export const estTropTard = (demande: Decidee, commune: Ville, le: Jour): boolean => {
  const dernier = dernierJourPourContester(demande, commune, 'etranger');
  return dernier !== undefined && le > dernier;
};

/** Is it certain that it comes late? As far as it is known where the person lives. */
export const estHorsDelai = (demande: Decidee, commune: Ville, le: Jour): boolean => {
  const dernier = dernierJourPourContester(demande, commune, residenceDe(demande.usager) ?? 'etranger');
  return dernier !== undefined && le > dernier;
};

/** Did an accusé leave for the person, and not come back? */
export const estParti = (envois: readonly Pick<Envoi, 'contenu' | 'etat'>[]): boolean =>
  envois.some(
    ({ contenu, etat }) => (contenu.type === 'accuse' || contenu.type === 'sms') && etat === 'expedie',
  );

/** What comes late to contest is kept, and marked so. */
export const marquerSiTard = (apres: Demande, commune: Ville): Demande => {
  const fait = apres.faits.at(-1);
  if (fait?.type !== 'motifs-demandes' && fait?.type !== 'recours-gracieux') return apres;
  const avant = { ...apres, faits: apres.faits.slice(0, -1) };
  return estHorsDelai(avant, commune, jourDuFait(fait, apres.fuseau))
    ? { ...apres, faits: [...avant.faits, { ...fait, horsDelai: true }] }
    : apres;
};

const leDernier = (a: Jour, b: Jour | undefined): Jour => (b && b > a ? b : a);

/** The day on which the reasons were asked, as long as nobody has given them. */
export const raisonsAttenduesDepuis = (demande: Pick<Demande, 'faits' | 'fuseau'>): Jour | undefined => {
  const demandees = dernierFait(demande, 'motifs-demandes');
  // Asked too late, they need not be given, and open no year (CRPA L232-4).
  return demandees && !demandees.horsDelai && !dernierFait(demande, 'motifs-communiques')
    ? jourDuFait(demandees, demande.fuseau)
    : undefined;
};

/** The day of an accusé issued after the term: before it nobody had been told, and no delay ran (CRPA L112-6, L112-12). */
export const accuseTardif = ({ faits, fuseau }: Pick<Decidee, 'faits' | 'fuseau'>): Jour | undefined => {
  const silence = faits.findLast((fait) => fait.type === 'silence');
  const [recue] = faits;
  const qualifiee = faits.findLast((fait) => fait.type === 'qualifiee');
  const accusee = qualifiee?.le ?? (recue?.type === 'recue' ? recue.saisieLe : undefined);
  const jour = accusee && jourDe(accusee, fuseau);
  return jour && silence && jour > silence.terme ? jour : undefined;
};

/** By when the reasons that were asked must be given; undefined when none are awaited. */
export const motifsAttendusLe = (demande: Pick<Demande, 'faits' | 'fuseau'>): Jour | undefined => {
  const depuis = raisonsAttenduesDepuis(demande);
  return depuis && motifsAuPlusTard(depuis);
};
