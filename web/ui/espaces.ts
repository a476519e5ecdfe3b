const SIGNES = / (?=[:;?!»](?:\s|$|[.,)]))/g;
const MOIS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
/** Not a year, nor the end of an article's number. */
const NOMBRES = /(?<![\d-])(\d{1,3}|1er) (?=\p{Ll})/gu;
const ANNEES = new RegExp(`\\b(${MOIS}) (?=\\d{4}\\b)`, 'g');
/** « (CRPA, L231-1) »: a code and its article. */
const ARTICLES = /\b([A-Z]{2,4}),? (?=[LRD]\d|n°)/g;

/** The spaces that French typography keeps on the line: around double signs, after a number, inside a date or a citation. */
export const espacer = (phrase: string): string =>
  phrase
    .replace(SIGNES, '\u00a0')
    .replace(/« /g, '«\u00a0')
    .replace(NOMBRES, '$1\u00a0')
    .replace(ANNEES, '$1\u00a0')
    .replace(ARTICLES, (code) => code.replace(/ $/, '\u00a0'));
