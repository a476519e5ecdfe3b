import type { Point } from '../../../functions/demandes/formes.ts';
import type { EcheanceSimulee, EvenementSimule } from '../../../functions/echeances/simulation.ts';
import { enLettres } from '../../../functions/platform/lettres.ts';
import { EVENEMENTS } from './evenement.ts';

type Jalon = { le: string; titre: string; detail?: string };

/** Every day that counts in a case, in order. */
export const ligneDeTemps = (
  simulee: EcheanceSimulee,
  evenements: readonly EvenementSimule[],
  aujourdhui: string,
): Point[] =>
  [
    { le: simulee.recueLe, titre: 'La mairie reçoit la demande' },
    ...evenements.map(vecu),
    ...accuses(simulee),
    ...silence(simulee),
    ...contestation(simulee),
  ]
    .toSorted((a, b) => a.le.localeCompare(b.le))
    .map((jalon) => ({ ...jalon, moment: jalon.le > aujourdhui ? 'a-venir' : 'passe', pourquoi: [] }));

const vecu = (evenement: EvenementSimule): Jalon => {
  const { le, type } = evenement;
  const detail = detailDe(evenement);
  return { le, titre: EVENEMENTS[type].phrase, ...(detail && { detail }) };
};

const detailDe = (evenement: EvenementSimule): string | undefined => {
  if (evenement.type === 'pieces-recues')
    return evenement.complet ? 'Le dossier est complet.' : 'Il en manque encore.';
  if (evenement.type === 'pieces-demandees' && evenement.jusquau)
    return `À envoyer au plus tard le ${enLettres(evenement.jusquau)}.`;
  return undefined;
};

const accuses = ({ accuses: { aeeAuPlusTard, areAuPlusTard } }: EcheanceSimulee): Jalon[] => [
  {
    le: aeeAuPlusTard,
    titre: 'Dernier jour pour l’accusé d’enregistrement',
    detail: 'Seulement si l’accusé de réception n’est pas immédiat.',
  },
  { le: areAuPlusTard, titre: 'Dernier jour pour l’accusé de réception' },
];

const silence = ({ decisionImplicite }: EcheanceSimulee): Jalon[] => {
  if (!decisionImplicite) return [];
  const { sens, le, constatableLe, dernierJourUtile } = decisionImplicite;
  return [
    { le: dernierJourUtile, titre: 'Dernier jour utile pour répondre' },
    { le, titre: `Le silence vaut ${sens}` },
    {
      le: constatableLe,
      titre: `Premier jour où ${sens === 'rejet' ? 'le rejet' : 'l’acceptation'} peut être constaté${sens === 'rejet' ? '' : 'e'}`,
    },
  ];
};

/** Without an accusé that says how, the time to contest does not run (CRPA L112-12). */
const contestation = ({ recours }: EcheanceSimulee): Jalon[] =>
  recours
    ? [
        {
          le: recours.dernierJour,
          titre: 'Dernier jour pour contester ce rejet',
          detail: 'Si l’accusé de réception dit comment contester.',
        },
      ]
    : [];

/** What the silence does, in one sentence. */
export const conclusion = (
  { decisionImplicite }: EcheanceSimulee,
  { regime, evenements = [] }: { regime: string; evenements?: readonly { type: string }[] | undefined },
): string => {
  if (decisionImplicite)
    return `Le silence vaut ${decisionImplicite.sens} le ${enLettres(decisionImplicite.le)}`;
  if (regime === 'AUCUN') return 'Le silence ne décide de rien';
  return evenements.some(({ type }) => type === 'decision-notifiee')
    ? 'La mairie a répondu à temps : le silence ne décidera plus'
    : 'Le délai attend : aucune date ne peut encore être dite';
};
