import MiniSearch from 'minisearch';
import type { LigneCatalogue } from '../../../functions/demarches/demarche.ts';

/** Words that carry no need. */
const VIDES = new Set(
  `je j me m moi on nous vous se s la le les l un une des du de d a au aux en et ou pour par avec dans sur chez devant
  mon ma mes ce cette ces qui que qu est suis ai il elle veux voudrais souhaite viens faire comment avoir n ne pas`.split(
    /\s+/,
  ),
);

/** « Écoles » and « ecole » are one word. */
const plier = (mot: string): string | null => {
  const plie = mot
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=...)[sx]$/, '');
  return plie === '' || VIDES.has(plie) || VIDES.has(mot.toLowerCase()) ? null : plie;
};

/** How many letters may be wrong: none in « jdc », two in « buvete » or « terase ». */
const fautesPermises = (mot: string): number | false => {
  if (mot.length <= 3) return false;
  return mot.length < 6 ? 1 : 2;
};

/** Below this share of the best score, a result only looks like the words typed. */
const PART_MIN = 0.15;

/** A search over the catalogue that forgives accents, plurals and typos. */
export const indexer = (demarches: LigneCatalogue[]): ((saisie: string) => LigneCatalogue[]) => {
  const parId = new Map(demarches.map((demarche) => [demarche.id, demarche]));
  const index = new MiniSearch<LigneCatalogue>({
    fields: ['nom', 'mots', 'resume'],
    extractField: (demarche, champ) =>
      String(champ === 'mots' ? demarche.mots.join(' ') : demarche[champ as 'id' | 'nom' | 'resume']),
    processTerm: plier,
    searchOptions: {
      boost: { nom: 3, mots: 2 },
      prefix: true,
      fuzzy: fautesPermises,
      weights: { prefix: 0.4, fuzzy: 0.2 },
    },
  });
  index.addAll(demarches);
  return (saisie) => {
    const trouvees = index.search(saisie);
    const seuil = (trouvees[0]?.score ?? 0) * PART_MIN;
    return trouvees.flatMap(({ id, score }) => (score >= seuil && parId.get(id as string)) || []);
  };
};
