import { DOCTRINE } from '../echeances/doctrine.ts';
import { ajouter, type Jour } from '../platform/dates.ts';
import { enBref } from '../platform/lettres.ts';
import type { Detail } from '../platform/refus.ts';
import { depuisLActe } from './acte.ts';
import type { Demande } from './demande.ts';
import { type FaitDe, MOTIFS_RETRAIT, type MotifRetrait, type RegleRetrait } from './fait.ts';
import { retraitEnvisage } from './gestes.ts';
import { jourDuFait } from './horloge.ts';
import { retirableJusquau } from './suites.ts';

type Voulu = { nature: 'retrait' | 'abrogation'; motif: MotifRetrait };

/** Each reason allows one act or both, some within four months; the one about an aide is for an aide (CRPA L242-1 to L242-3). */
export const fautesDuRetrait = ({ nature, motif }: Voulu, demande: Demande, aujourdhui: Jour): Detail[] => {
  const { natures, texte, quatreMois }: RegleRetrait = MOTIFS_RETRAIT[motif];
  const limite = retirableJusquau(demande);
  return [
    ...(natures.includes(nature)
      ? []
      : [
          {
            champ: 'nature',
            phrase:
              nature === 'retrait'
                ? `Cette raison ne vaut que pour l’avenir : choisissez l’abrogation. (${texte})`
                : `Cette raison efface la décision : choisissez le retrait. (${texte})`,
          },
        ]),
    ...(motif === 'aide-mal-employee' && !demande.aidePublique
      ? [{ champ: 'motif', phrase: `Cette raison ne vaut que pour une aide publique. (${texte})` }]
      : []),
    ...(quatreMois && limite && aujourdhui > limite
      ? [
          {
            champ: 'motif',
            phrase: `Les quatre mois ont pris fin le ${enBref(limite)} : une décision illégale ne peut plus être retirée. (${texte})`,
          },
        ]
      : []),
  ];
};

/** The day before which the person must be left to answer. */
export const reponseAuPlusTot = (demande: Pick<Demande, 'doctrine'>, aujourdhui: Jour): Jour =>
  ajouter(aujourdhui, `P${(demande.doctrine ?? DOCTRINE).contradictoire}D`);

/** A délai that is too short is none; one that ends after the four months leaves nothing to decide. */
export const fautesDuDelai = (
  { motif, jusquau }: Pick<Voulu, 'motif'> & { jusquau: Jour },
  demande: Demande,
  aujourdhui: Jour,
): Detail[] => {
  const auPlusTot = reponseAuPlusTot(demande, aujourdhui);
  const { quatreMois }: RegleRetrait = MOTIFS_RETRAIT[motif];
  const limite = retirableJusquau(demande);
  if (jusquau < auPlusTot)
    return [
      {
        champ: 'jusquau',
        phrase: `Laissez à la personne le temps de répondre : jusqu’au ${enBref(auPlusTot)} au moins. (CRPA, L122-1)`,
      },
    ];
  if (quatreMois && limite && aujourdhui <= limite && jusquau >= limite)
    return [
      {
        champ: 'jusquau',
        phrase: `Il faudra décider au plus tard le ${enBref(limite)} : choisissez un jour d’avant.`,
      },
    ];
  return [];
};

/** What is considered, and why, as the person reads it. */
export const envisageDit = ({ nature, motif, faits, droit }: FaitDe<'retrait-envisage'>): string[] => [
  nature === 'retrait'
    ? 'La commune envisage de retirer la décision qui vous est favorable : elle serait censée n’avoir jamais existé.'
    : 'La commune envisage d’abroger la décision qui vous est favorable : elle ne vaudrait plus pour l’avenir.',
  `${MOTIFS_RETRAIT[motif].nom}. (${MOTIFS_RETRAIT[motif].texte})`,
  `Les faits : ${faits}`,
  `Le droit : ${droit}`,
];

/** What was answered to what is considered. */
export const observationsDe = ({ faits }: Pick<Demande, 'faits'>): FaitDe<'observations'>[] => {
  const suite = depuisLActe({ faits });
  const debut = suite.findLastIndex(({ type }) => type === 'retrait-envisage');
  return suite.slice(debut + 1).filter((fait) => fait.type === 'observations');
};

/** Nothing is taken back before the person has answered, or had the time to (CRPA L121-1, L122-1). */
export const fautesDuContradictoire = (
  { nature, motif, dispense }: Voulu & { dispense?: unknown },
  demande: Demande,
  aujourdhui: Jour,
): Detail[] => {
  const { contradictoire = true }: RegleRetrait = MOTIFS_RETRAIT[motif];
  if (dispense || !contradictoire) return [];
  const envisage = retraitEnvisage(demande.faits);
  if (!envisage) return [{ champ: 'motif', phrase: SANS_LETTRE }];
  if (envisage.motif !== motif || (envisage.nature === 'abrogation' && nature === 'retrait'))
    return [{ champ: 'motif', phrase: AUTRE_RAISON }];
  if (aujourdhui <= envisage.jusquau && observationsDe(demande).length === 0)
    return [
      {
        champ: 'motif',
        phrase: `La personne a jusqu’au ${enBref(envisage.jusquau)} pour présenter ses observations : attendez-les, ou ce jour passé. (CRPA, L121-1 et L122-1)`,
      },
    ];
  return [];
};

const SANS_LETTRE =
  'La personne doit d’abord pouvoir présenter ses observations : écrivez-lui ce que vous envisagez. (CRPA, L121-1 et L122-1)';
const AUTRE_RAISON =
  'Ce n’est pas ce que la personne a pu discuter : écrivez-lui ce que vous envisagez maintenant. (CRPA, L122-1)';

/** In the letter that withdraws: that the person was heard, or why not. */
export const entendueDite = (demande: Demande, retrait: FaitDe<'retrait'>): string[] => {
  const rang = demande.faits.lastIndexOf(retrait);
  const avant = { faits: demande.faits.slice(0, rang) };
  const envisage = retraitEnvisage(avant.faits);
  if (retrait.dispense)
    return [`Vous n’avez pas été entendu avant cette décision : ${retrait.dispense.raisons}`];
  if (!envisage) return [];
  const le = enBref(jourDuFait(envisage, demande.fuseau));
  return [
    observationsDe(avant).length > 0
      ? `La mairie vous a écrit le ${le} ce qu’elle envisageait, et a lu vos observations.`
      : `La mairie vous a écrit le ${le} ce qu’elle envisageait ; vous n’avez pas présenté d’observations.`,
  ];
};
