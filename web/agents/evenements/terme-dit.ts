import type { Dossier } from '../../../functions/demandes/formes.ts';
import { compter } from '../mots.ts';

type Point = Dossier['pourquoi'][number];

const TERME = /^Le silence de la mairie pendant (.+?)(?:, plus (\d+) jours? de suspension,)? vaut (.*)$/;

const lire = (phrase: string) => {
  const [lue, delai = '', jours = '0', suite = ''] = TERME.exec(phrase) ?? [];
  return lue ? { delai, jours: Number(jours), suite } : undefined;
};

/**
 * A preview counts from the receipt to the date that the file shows, in days. The letter says it as the law does: the
 * delay of the démarche, then all the days of suspension.
 */
export const direLeTerme =
  ({ pourquoi }: Pick<Dossier, 'pourquoi'>, avant: readonly Pick<Point, 'phrase'>[]) =>
  (paragraphe: string): string => {
    const [vrai, compte, nouveau] = [pourquoi.at(-1)?.phrase, avant.at(-1)?.phrase, paragraphe].map(
      (phrase) => lire(phrase ?? ''),
    );
    if (!vrai || !nouveau) return paragraphe;
    const jours = vrai.jours - (compte?.jours ?? 0) + nouveau.jours;
    const plus = jours > 0 ? `, plus ${compter(jours, 'jour')} de suspension,` : '';
    return `Le silence de la mairie pendant ${vrai.delai}${plus} vaut ${nouveau.suite}`;
  };
