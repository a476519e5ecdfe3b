import { motifsAuPlusTard, retraitJusquau } from '../echeances/delais.ts';
import type { Jour } from '../platform/dates.ts';
import { enBref, enLettres } from '../platform/lettres.ts';
import type { Section } from './accuse.ts';
import { acteDe, conditionsDe } from './acte.ts';
import {
  accuseTardif,
  type Decidee,
  dernierFait,
  dernierJourPourContester,
  interruption,
  raisonsAttenduesDepuis,
  recueOnNeSaitQuand,
  type Ville,
} from './contestation.ts';
import { jourDuFait } from './horloge.ts';
import { type Depuis, recoursDe } from './recours.ts';
import { signatureDe } from './signature.ts';

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
      return [notifies(demande, commune)];
    case 'acceptee':
      return conditionsDe(demande) ? [notifies(demande, commune)] : [];
    case 'a-qualifier':
    case 'ecartee':
    case 'deposee':
    case 'en-instruction':
    case 'incomplete':
    case 'traitee':
    case 'transmise':
    case 'desistee':
      return [];
  }
};

const notifies = (demande: Decidee, commune: Ville): Section => ({
  titre: 'Vos recours',
  lignes: recours(demande, 'la notification de cette décision', commune),
});

const ATTESTATION =
  'Vous pouvez télécharger l’attestation de cette acceptation : toute administration peut en vérifier l’authenticité. (CRPA, L232-3)';
const RAISONS =
  'Vous pouvez demander à la mairie les raisons de ce rejet ; elle doit vous les donner dans le mois. (CRPA, L232-4)';

const SANS_RAISONS =
  'Le délai de deux mois repartira quand la mairie vous aura donné ses raisons ; si elle ne les donne pas, vous avez un an depuis votre demande de raisons. (CRPA, L232-4 ; Conseil d’État, 2 octobre 2025, n° 504677)';

const raisonsDe = (demande: Decidee): string[] => {
  const donnees = dernierFait(demande, 'motifs-communiques');
  if (donnees)
    return [`Les faits : ${donnees.faits}`, `Le droit : ${donnees.droit}`, signatureDe(donnees.par)];
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

const recours = (demande: Decidee, depuis: Depuis, commune: Ville): string[] => {
  const dernier = dernierJourPourContester(demande, commune);
  const arret = interruption(demande);
  return [
    ...recoursDe({ ...demande, depuis }, commune),
    ...(arret ? [arret] : []),
    ...(raisonsAttenduesDepuis(demande) ? [SANS_RAISONS] : []),
    ...(dernier && !recueOnNeSaitQuand(demande)
      ? [`Dernier jour pour contester : le ${enLettres(dernier)}.`]
      : []),
  ];
};

/** The day on which what may be withdrawn was decided; undefined when nothing was granted. */
export const accordeeLe = ({ statut, faits, fuseau }: Decidee): Jour | undefined => {
  const acte = acteDe({ faits });
  if (statut === 'acceptee-par-silence' && acte?.type === 'silence') return acte.terme;
  if (statut !== 'acceptee' || acte?.type !== 'decision') return undefined;
  return acte.priseLe ?? jourDuFait(acte, fuseau);
};

/** Until when an unlawful grant may be withdrawn (CRPA L242-1). */
export const retirableJusquau = (demande: Decidee): Jour | undefined => {
  const le = accordeeLe(demande);
  return le && retraitJusquau(le);
};

export const lignesDeSuites = (...de: Parameters<typeof suitesDe>): string[] =>
  suitesDe(...de).flatMap(({ lignes }) => lignes);
