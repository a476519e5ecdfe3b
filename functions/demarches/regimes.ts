import { citer } from '../echeances/explication.ts';
import { delaiEnLettres } from '../platform/dates.ts';
import type { Demarche } from './demarche.ts';
import { champsDe, estDemande, type Reponses } from './reponses.ts';

type Reglee = Pick<Demarche, 'etapes' | 'regime' | 'regimes' | 'nature'>;

/** The démarche under the regime that the answers call for: the first case that fits, else its own. */
export const selonReponses = <D extends Reglee>(demarche: D, reponses: Reponses): D => {
  const posees = champsDe(demarche, reponses);
  const cas = demarche.regimes?.find(
    ({ si }) => posees.some(({ id }) => id === si.champ) && estDemande({ si }, reponses),
  );
  if (!cas) return demarche;
  // What asks for a decision is a demande, whatever the démarche is otherwise.
  const { nature, ...reste } = demarche;
  return { ...reste, ...(nature && cas.regime.type === 'AUCUN' && { nature }), regime: cas.regime } as D;
};

/** What silence is worth, in a line for each regime. */
export const regimesDits = (demarche: Pick<Demarche, 'etapes' | 'regime' | 'regimes'>): string[] => [
  ...(demarche.regimes ?? []).map(({ si, regime }) => `${casDit(demarche, si)}\u00a0: ${regimeDit(regime)}`),
  regimeDit(demarche.regime),
];

const regimeDit = (regime: Demarche['regime']): string => {
  if (regime.type === 'AUCUN') return `le silence ne décide rien (${citer(regime.fondement)})`;
  const sens = regime.type === 'SVA' ? 'acceptation' : 'rejet';
  return `le silence vaut ${sens} au bout de ${delaiEnLettres(regime.delai)} (${citer(regime.fondement)})`;
};

/** The questions on which the regime depends. */
export const questionsDuRegime = ({ etapes, regimes = [] }: Reglee) =>
  etapes.flatMap(({ champs }) => champs).filter(({ id }) => regimes.some(({ si }) => si.champ === id));

/** « Que servirez-vous ? Seulement des boissons sans alcool »: when a regime holds. */
export const casDit = (
  { etapes }: Pick<Demarche, 'etapes'>,
  { champ, vaut }: { champ: string; vaut: string[] },
): string => {
  const question = etapes.flatMap(({ champs }) => champs).find(({ id }) => id === champ);
  const libelle = question?.libelle ?? champ;
  if (question?.type === 'case')
    return `${vaut.includes('oui') ? 'Si vous cochez' : 'Si vous ne cochez pas'} «\u00a0${libelle}\u00a0»`;
  return `${libelle} ${vaut.map((une) => `«\u00a0${une}\u00a0»`).join(' ou ')}`;
};
