import type { EcheanceSimulee } from '../../../functions/echeances/simulation.ts';

type Explication = EcheanceSimulee['explications'][number];

/** The codes that Légifrance finds by the number of an article. */
export const CODES: Record<string, string> = {
  CRPA: 'code des relations entre le public et l’administration',
  CJA: 'code de justice administrative',
};

/** Where to check a sentence: the article's name, and its address when it is in a code. */
export const sourceDe = ({ texte, article }: Explication): { nom: string; vers?: string } => {
  if (!(texte in CODES)) return { nom: `${texte}, ${article}` };
  const question = new URLSearchParams({
    tab_selection: 'code',
    searchField: 'NUM_ARTICLE',
    query: article,
    page: '1',
    init: 'true',
  });
  return {
    nom: `${texte}, article\u00a0${article}`,
    vers: `https://www.legifrance.gouv.fr/search/code?${question}`,
  };
};
