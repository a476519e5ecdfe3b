import { Regime } from '../demarches/demarche.ts';
import { jourDe } from '../platform/dates.ts';
import { enBref } from '../platform/lettres.ts';
import { Refus } from '../platform/refus.ts';
import type { Calendrier } from './calendrier.ts';
import { accusesAuPlusTard, dernierJourDeRecours, devantLaCada } from './delais.ts';
import { DOCTRINE } from './doctrine.ts';
import { horloge } from './horloge.ts';
import type { EcheanceSimulee, EvenementSimule, SaisieEcheance } from './simulation.ts';

/** The clock of a case that anyone describes. Throws `entree-invalide` on what cannot have happened. */
export const simuler = (saisie: SaisieEcheance): EcheanceSimulee => {
  const recueLe = saisie.recue.includes('T') ? jourDe(saisie.recue, saisie.fuseau) : saisie.recue;
  refuserLImpossible(saisie.evenements, recueLe);
  const evenements = enOrdre(saisie.evenements);
  const { terme, explications } = horloge(regimeDe(saisie), [{ type: 'recue', le: recueLe }, ...evenements]);
  const calendrier: Calendrier = { zone: saisie.calendrier, vendrediSaint: saisie.vendrediSaint };
  const competenteLe = evenements.findLast(({ type }) => type === 'transmise')?.le;
  const { aee, are } = accusesAuPlusTard({ recueLe, competenteLe }, calendrier);
  const recours =
    terme?.sens === 'rejet'
      ? dernierJourDeRecours(terme.le, calendrier, {
          implicite: true,
          residence: saisie.residence,
          ...(saisie.recours === 'cada' && devantLaCada(DOCTRINE)),
        })
      : null;
  return {
    recueLe,
    decisionImplicite: terme,
    accuses: { aeeAuPlusTard: aee.le, areAuPlusTard: are.le },
    recours: recours && { dernierJour: recours.le },
    explications: [
      ...explications,
      ...aee.explications,
      ...are.explications,
      ...(recours?.explications ?? []),
    ],
  };
};

const CRPA = {
  texte: 'CRPA',
  url: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000031366350/',
};

const regimeDe = ({ regime, delai, depuis }: SaisieEcheance): Regime =>
  Regime.parse(
    regime === 'AUCUN'
      ? { type: regime, fondement: { ...CRPA, article: 'R112-11-1' } }
      : {
          type: regime,
          delai,
          ...(regime === 'SVR' && depuis === 'competente' && { depuis }),
          fondement: { ...CRPA, article: regime === 'SVA' ? 'L231-1' : 'L231-4' },
        },
  );

/** What must have begun before it can end. */
const DEBUTS: Partial<Record<EvenementSimule['type'], { type: EvenementSimule['type']; phrase: string }>> = {
  'pieces-recues': { type: 'pieces-demandees', phrase: 'Aucune pièce n’avait été demandée avant ce jour.' },
  'original-produit': {
    type: 'original-demande',
    phrase: 'Aucun original n’avait été demandé avant ce jour.',
  },
  'fraude-levee': { type: 'fraude-suspectee', phrase: 'Aucune vérification n’avait commencé avant ce jour.' },
};

/** By day; on one day, what ends comes after what it ends, unless that had begun before. */
const enOrdre = (evenements: readonly EvenementSimule[]): EvenementSimule[] => {
  const rang = ({ type, le }: EvenementSimule): number => {
    const debut = DEBUTS[type]?.type;
    const commenceAvant = evenements.some((autre) => autre.type === debut && autre.le < le);
    return debut && !commenceAvant ? 1 : 0;
  };
  return evenements.toSorted((a, b) => a.le.localeCompare(b.le) || rang(a) - rang(b));
};

const refuserLImpossible = (evenements: readonly EvenementSimule[], recueLe: string): void => {
  const details = evenements.flatMap((evenement, rang) => {
    const impossible = impossibiliteDe(evenement, { evenements, recueLe });
    return impossible ? [{ champ: `evenements.${rang}.${impossible.champ}`, phrase: impossible.phrase }] : [];
  });
  if (details.length > 0) throw new Refus('entree-invalide', details);
};

const impossibiliteDe = (
  evenement: EvenementSimule,
  { evenements, recueLe }: { evenements: readonly EvenementSimule[]; recueLe: string },
): { champ: string; phrase: string } | undefined => {
  const { type, le } = evenement;
  if (le < recueLe)
    return {
      champ: 'le',
      phrase: `La demande n’avait pas encore été reçue : elle l’a été le ${enBref(recueLe)}.`,
    };
  if (type === 'pieces-demandees' && evenement.jusquau && evenement.jusquau < le)
    return { champ: 'jusquau', phrase: 'Ce délai finit avant d’avoir commencé.' };
  const debut = DEBUTS[type];
  const commence = evenements.some((autre) => autre.type === debut?.type && autre.le <= le);
  return debut && !commence ? { champ: 'type', phrase: debut.phrase } : undefined;
};
