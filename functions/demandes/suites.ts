import { laVoieDuJuge } from '../demarches/recours.ts';
import { motifsAuPlusTard, retraitJusquau } from '../echeances/delais.ts';
import { DOCTRINE } from '../echeances/doctrine.ts';
import { RESIDENCES, type Residence, siegeDe } from '../echeances/residence.ts';
import { delaiEnLettres, type Jour } from '../platform/dates.ts';
import { enBref, enLettres } from '../platform/lettres.ts';
import { residenceDe } from '../usagers/residence.ts';
import type { Section } from './accuse.ts';
import { acteDe, conditionsDe } from './acte.ts';
import { refusConfirme } from './cada.ts';
import {
  accuseTardif,
  confirmeeParLaCada,
  type Decidee,
  dependDeLaResidence,
  dernierFait,
  dernierJourPourContester,
  interruption,
  notificationRevenue,
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
        ...(refusConfirme(demande.faits)
          ? []
          : [{ titre: 'Les raisons de ce rejet', lignes: raisonsDe(demande) }]),
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

const RAISONS_TARDIVES =
  'Vous avez demandé les raisons après la fin du délai pour contester : la mairie peut vous les donner, mais n’y est plus tenue. (CRPA, L232-4)';

const SANS_RAISONS =
  'Le délai de deux mois repartira quand la mairie vous aura donné ses raisons ; si elle ne les donne pas, vous avez un an depuis votre demande de raisons. (CRPA, L232-4 ; Conseil d’État, 2 octobre 2025, n° 504677)';

const raisonsDe = (demande: Decidee): string[] => {
  const donnees = dernierFait(demande, 'motifs-communiques');
  if (donnees)
    return [`Les faits : ${donnees.faits}`, `Le droit : ${donnees.droit}`, signatureDe(donnees.par)];
  const demandees = dernierFait(demande, 'motifs-demandes');
  if (!demandees) return [RAISONS];
  if (demandees.horsDelai) return [RAISONS_TARDIVES];
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
    ...(apresLaCada(demande, commune) ?? recoursDe({ ...demande, depuis }, commune)),
    ...(arret ? [arret] : []),
    ...(notificationRevenue(demande) ? [REVENUE] : []),
    ...(raisonsAttenduesDepuis(demande) ? [SANS_RAISONS] : []),
    ...(dernier && demande.statut === 'rejetee-par-silence' && !refusConfirme(demande.faits)
      ? [sansAccuse(commune)]
      : []),
    ...(dernier && !recueOnNeSaitQuand(demande) ? [dernierJourDit(demande, commune, dernier)] : []),
  ];
};

/** No firm day that ignores where the person lives: theirs when their address tells it, else all three (CJA R421-7). */
const dernierJourDit = (demande: Decidee, commune: Ville, dernier: Jour): string => {
  const debut = `Dernier jour pour contester : le ${enLettres(dernier)}`;
  if (!dependDeLaResidence(demande)) return `${debut}.`;
  const siege = siegeDe({ zone: commune.calendrier });
  const residence = residenceDe(demande.usager);
  if (residence && residence !== siege) return `${debut}, car vous habitez ${OU[residence]}. (CJA, R421-7)`;
  const ailleurs = RESIDENCES.filter((autre) => autre !== siege).flatMap((autre) => {
    const le = dernierJourPourContester(demande, commune, autre);
    return le && le > dernier ? [`si vous habitez ${OU[autre]}, le ${enLettres(le)}`] : [];
  });
  return ailleurs.length > 0 ? `${debut} ; ${ailleurs.join(' ; ')}. (CJA, R421-7)` : `${debut}.`;
};

const OU: Record<Residence, string> = {
  metropole: 'en métropole',
  'outre-mer': 'outre-mer',
  etranger: 'à l’étranger',
};

/** CRPA L112-6 and L112-12; one year in principle, by the judge (CE, 13 July 2016, n° 387763). */
export const sansAccuse = ({ doctrine = DOCTRINE }: Pick<Ville, 'doctrine'>): string =>
  `Si l’accusé de réception de votre demande ne vous est pas parvenu, ou ne disait pas comment contester, ce délai ne vaut pas : contestez dans un délai raisonnable, ${dureeDite(doctrine.delaiRaisonnable)} en principe. (CRPA, L112-6 et L112-12 ; Conseil d’État, 13 juillet 2016, n° 387763)`;

const dureeDite = (mois: number): string => (mois === 12 ? 'un an' : delaiEnLettres(`P${mois}M`));

/** Once the CADA has been asked, the judge is next (CRPA R343-4, R343-5, L342-1). */
const apresLaCada = (demande: Decidee, commune: Ville): string[] | undefined => {
  const confirmee = confirmeeParLaCada(demande);
  const juge = laVoieDuJuge(demande);
  if (!confirmee || !juge) return undefined;
  return [
    refusConfirme(demande.faits)
      ? `Après la saisine de la CADA, la mairie a confirmé son refus le ${enBref(confirmee)}. (CRPA, R343-3)`
      : `La CADA a été saisie : sans autre réponse de la mairie, son refus est confirmé le ${enBref(confirmee)}. (CRPA, R343-4 et R343-5)`,
    ...recoursDe(
      { recours: [juge], autorite: demande.autorite, depuis: 'la confirmation de ce refus' },
      commune,
    ),
  ];
};

const REVENUE =
  'L’e-mail qui annonçait cette décision n’est pas arrivé : ce délai ne court que du jour où elle vous est remise. (CJA, R421-5)';

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
