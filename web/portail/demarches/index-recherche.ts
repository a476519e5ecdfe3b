import MiniSearch from 'minisearch';
import type { LigneCatalogue } from '../../../functions/demarches/demarche.ts';

/** Words that carry no need. */
const VIDES = new Set(
  'je j le la les l un une des du de d a au aux en et pour mon ma mes veux voudrais souhaite faire comment avoir ou dans sur'.split(
    ' ',
  ),
);

/** « Écoles » and « ecole » are one word. */
const plier = (mot: string): string | null => {
  const plie = mot.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[sx]$/, '');
  return plie === '' || VIDES.has(plie) || VIDES.has(mot.toLowerCase()) ? null : plie;
};

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
      fuzzy: (mot) => (mot.length > 3 ? 0.25 : false),
    },
  });
  index.addAll(demarches);
  return (saisie) => index.search(saisie).flatMap(({ id }) => parId.get(id as string) ?? []);
};
