import type { Consigne } from '../../../functions/demandes/consigne.ts';
import type { Demande } from '../../../functions/demandes/demande.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { horlogeDe } from '../../../functions/demandes/horloge.ts';
import { enBref } from '../../../functions/platform/lettres.ts';
import { arretent } from '../decision/choix-pieces.ts';
import { compter, joursDe } from '../mots.ts';
import { attenduesDe } from './pieces-du-dossier.ts';

type Fiche = Pick<Dossier, 'etatHorloge' | 'terme' | 'attendues' | 'manquantes' | 'vie'>;
/** `le` is the day on which it happened; `exact` tells whether the new date can be counted here. */
type Vu = { dossier: Fiche; avant: Demande; apres: Demande; le: string; exact: boolean };

const SANS_DELAI = 'Cette démarche n’a pas de délai légal\u00a0: aucune date ne change.';

/** What an event does to the legal date, said before it is written down. */
export const effetsDe = (consigne: Consigne, vu: Vu): string[] => {
  if (consigne.type === 'mediation') return [mediation(consigne.etape)];
  if (vu.dossier.etatHorloge === 'sans-decision-implicite') return [SANS_DELAI];
  switch (consigne.type) {
    case 'transmise':
      return [
        'Le silence de la commune ne décidera plus\u00a0: l’autre administration répondra. (CRPA, L114-2)',
      ];
    case 'desistement':
      return ['Le délai s’arrête\u00a0: le silence ne décidera plus.'];
    case 'regularisation-demandee':
      return ['Le délai légal continue de courir. (CRPA, L114-6)'];
    case 'pieces-recues':
    case 'original-produit':
    case 'original-demande':
    case 'verification-ouverte':
    case 'verification-levee':
      return vu.exact ? nouvelleDate(vu) : [sansDate(consigne, vu)];
  }
};

type QuiDeplace = Extract<
  Consigne,
  {
    type:
      | 'pieces-recues'
      | 'original-produit'
      | 'original-demande'
      | 'verification-ouverte'
      | 'verification-levee';
  }
>;

/** What is in pause stays so, or starts again; the new date is only known once it is written down. */
const sansDate = (consigne: QuiDeplace, vu: Vu): string => {
  switch (consigne.type) {
    case 'pieces-recues':
      return completude(consigne.pieces, vu);
    case 'original-produit':
      return reprise(vu, 'R113-6');
    case 'verification-levee':
      return reprise(vu, 'R115-5');
    case 'original-demande':
      return `Le délai est suspendu à partir du ${enBref(vu.le)}, jusqu’à ce que l’original soit présenté. (CRPA, R113-6)`;
    case 'verification-ouverte':
      return `Le délai est suspendu à partir du ${enBref(vu.le)}, pour trois mois au plus. (CRPA, L115-3 et R115-5)`;
  }
};

const mediation = (etape: 'engagee' | 'close'): string =>
  etape === 'engagee'
    ? 'Le délai pour saisir le juge est interrompu. (CRPA, L421-3)'
    : 'Le délai pour saisir le juge repart. (CRPA, L421-3)';

/** The date before and after, and the reasons that are new. */
const nouvelleDate = ({ avant, apres, le }: Vu): string[] => {
  const [ancienne, nouvelle] = [horlogeDe(avant), horlogeDe(apres)];
  const date = ancienne.terme?.le ?? '';
  const raisons = nouvelle.explications
    .slice(0, nouvelle.terme ? -1 : undefined)
    .filter(({ phrase }) => !ancienne.explications.some((une) => une.phrase === phrase))
    .map(({ phrase, texte, article }) => `${phrase} (${texte}, ${article})`);
  if (nouvelle.terme?.le === date) return [...raisons, `La date du ${enBref(date)} ne change pas.`];
  if (nouvelle.terme)
    return [...raisons, `La date légale passe du ${enBref(date)} au ${enBref(nouvelle.terme.le)}.`];
  const reste = compter(Math.max(joursDe(le, date), 0), 'jour');
  return [
    ...raisons,
    `La date du ${enBref(date)} ne tient plus\u00a0: il restera ${reste} quand le délai reprendra.`,
  ];
};

const reprise = ({ le }: Pick<Vu, 'le'>, article: string): string =>
  `Le délai reprend le ${enBref(le)}, sauf si autre chose le suspend encore. Le dossier et la lettre diront la nouvelle date. (CRPA, ${article})`;

/** Without a date to start from, an acceptance waits for what was asked. */
const completude = (recues: readonly string[], { dossier, le }: Vu): string => {
  const demandees = new Set(dossier.manquantes.map(({ id }) => id));
  const reste = attenduesDe(dossier).filter(({ id }) => demandees.has(id) && !recues.includes(id));
  if (dossier.etatHorloge === 'court') return 'Le délai court déjà\u00a0: la date ne change pas.';
  if (recues.length === 0) return 'Choisissez ce qui est arrivé pour connaître l’effet sur le délai.';
  if (arretent(reste, dossier))
    return `Le délai attend encore\u00a0: ${reste.map(({ nom }) => nom).join(', ')}. (CRPA, L114-5)`;
  return dossier.etatHorloge === 'attend-pieces'
    ? `Le dossier est complet\u00a0: le délai part du ${enBref(le)}. Le dossier et la lettre diront la date. (CRPA, L114-5)`
    : reprise({ le }, 'L114-5');
};
