const SIGNES = / (?=[:;?!»](?:\s|$|[.,)]))/g;
const QUANTIEMES =
  /(\b\d{1,2}(?:er)?) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)/g;

/** The spaces that French typography keeps on the line: around double signs, between a day and its month. */
export const espacer = (phrase: string): string =>
  phrase.replace(SIGNES, '\u00a0').replace(/« /g, '«\u00a0').replace(QUANTIEMES, '$1\u00a0');
