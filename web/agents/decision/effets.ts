import { motifsAttendusLe } from '../../../functions/demandes/contestation.ts';
import type { Demande } from '../../../functions/demandes/demande.ts';
import type { Fait } from '../../../functions/demandes/fait.ts';
import { estClose } from '../../../functions/demandes/gestes.ts';
import { horlogeDe } from '../../../functions/demandes/horloge.ts';
import { dire } from '../../../functions/echeances/explication.ts';
import { enBref } from '../../../functions/platform/lettres.ts';
import type { Pas } from './brouillon.ts';

const SANS_DELAI = 'Cette démarche n’a pas de délai légal\u00a0: aucune date ne change.';

/** What an act does to the legal date, counted by the commune's own clock: the reasons that are new, then the date. */
export const effetsDe = (pas: Pas): string[] => {
  const fait = pas.apres.faits.at(-1);
  if (estClose(pas.avant)) return suiteDe(pas.apres, fait);
  if (pas.avant.regime.type === 'AUCUN') return [SANS_DELAI];
  return [...sansEffet(fait), ...raisonsDe(pas), ...dateDe(pas)];
};

const MEDIATION = {
  engagee: 'Le délai pour saisir le juge est interrompu. (CRPA, L421-3)',
  close: 'Le délai pour saisir le juge repart. (CRPA, L421-3)',
};

/** Once all is decided, other delays run: that of the judge, that of the reasons. */
const suiteDe = (apres: Demande, fait: Fait | undefined): string[] => {
  if (fait?.type === 'mediation') return [MEDIATION[fait.etape]];
  if (fait?.type === 'recours-gracieux')
    return ['S’il est arrivé à temps, ce recours interrompt le délai pour saisir le juge. (CRPA, L411-2)'];
  const motifs = motifsAttendusLe(apres);
  return fait?.type === 'motifs-demandes' && motifs
    ? [`La mairie doit donner les raisons au plus tard le ${enBref(motifs)}. (CRPA, L232-4)`]
    : [];
};

/** Why what the agent may believe to stop the clock does not. */
const sansEffet = (fait: Fait | undefined): string[] => {
  if (fait?.type === 'regularisation-demandee')
    return ['Une régularisation ne change pas le délai légal. (CRPA, L114-6)'];
  if (fait?.type === 'pieces-demandees' && !fait.arreteLeDelai)
    return [
      'Aucune de ces pièces n’est à la fois exigée par un texte et indispensable\u00a0: cette demande n’arrête pas le délai. (CRPA, L114-5 et L114-5-1)',
    ];
  return [];
};

/** The last reason of a clock that runs says its term, which is said apart. */
const raisonsDe = ({ avant, apres }: Pas): string[] => {
  const connues = new Set(horlogeDe(avant).explications.map(({ phrase }) => phrase));
  const { terme, explications } = horlogeDe(apres);
  return explications
    .slice(0, terme ? -1 : undefined)
    .filter(({ phrase }) => !connues.has(phrase))
    .map(dire);
};

const dateDe = ({ avant, apres }: Pas): string[] => {
  const ancienne = horlogeDe(avant).terme?.le;
  const { terme, etat, ailleurs } = horlogeDe(apres);
  // Sent on, a rejection keeps its day, which its reason has said.
  if (ailleurs) return [];
  // Until someone says which démarche it is, the date is not known.
  if (avant.statut === 'a-qualifier') return [];
  if (terme) return [nouvelleDate(ancienne, terme.le)];
  if (etat === 'decidee') return ancienne ? [`La date du ${enBref(ancienne)} ne tient plus.`] : [];
  return [
    ancienne
      ? `La date du ${enBref(ancienne)} ne tient plus\u00a0: la nouvelle se comptera quand le délai repartira.`
      : 'Le délai reste en pause.',
  ];
};

const nouvelleDate = (ancienne: string | undefined, nouvelle: string): string => {
  if (!ancienne) return `La date légale sera le ${enBref(nouvelle)}.`;
  return nouvelle === ancienne
    ? `La date du ${enBref(ancienne)} ne change pas.`
    : `La date légale passe du ${enBref(ancienne)} au ${enBref(nouvelle)}.`;
};
