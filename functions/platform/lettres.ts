// Dates and numbers as a French reader expects them; light enough for the browser (Intl only).

/** Making a formatter costs a hundred times what using it does: each kind and zone is made once. */
const formats = new Map<string, Intl.DateTimeFormat>();
const format = (genre: keyof typeof GENRES, fuseau: string): Intl.DateTimeFormat => {
  const cle = `${genre} ${fuseau}`;
  const fait =
    formats.get(cle) ?? new Intl.DateTimeFormat(LANGUES[genre], { ...GENRES[genre], timeZone: fuseau });
  formats.set(cle, fait);
  return fait;
};

const GENRES = {
  jour: { weekday: 'long' },
  mois: { month: 'long' },
  heure: { hour: 'numeric', minute: '2-digit' },
  iso: { year: 'numeric', month: '2-digit', day: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
const LANGUES = { jour: 'fr-FR', mois: 'fr-FR', heure: 'fr-FR', iso: 'fr-CA' };

/** « lundi 15 mars 2027 » ; the first of a month is « 1er ». */
export const enLettres = (jour: string): string =>
  `${format('jour', 'UTC').format(minuitDe(jour))} ${enBref(jour)}`;

/** « 22 janvier 2027 », without the day of the week. */
export const enBref = (jour: string): string => {
  const [annee, , quantieme] = jour.split('-').map(Number);
  return `${quantieme === 1 ? '1er' : quantieme} ${moisDe(jour)} ${annee}`;
};

/** Twelve names, found once each: they are in every sentence of the clock. */
const noms = new Map<string, string>();
const moisDe = (jour: string): string => {
  const cle = jour.slice(0, 7).slice(-2);
  const nom = noms.get(cle) ?? format('mois', 'UTC').format(minuitDe(jour));
  noms.set(cle, nom);
  return nom;
};

const minuitDe = (jour: string): Date => {
  const [annee, mois, quantieme] = jour.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(annee, mois - 1, quantieme));
};

/** « 9 h 30 » at the clock of the commune. */
export const heureDe = (instant: string, fuseau: string): string =>
  format('heure', fuseau)
    .format(new Date(instant))
    .replace(':', '\u00a0h\u00a0')
    .replace(/^0(?=\d)/, '');

/** `2026-03-15` from an instant, at the clock of the commune. */
export const jourLocal = (instant: string, fuseau: string): string =>
  format('iso', fuseau).format(new Date(instant));

/** « 1,4 Mo » */
export const tailleEnLettres = (octets: number): string =>
  octets < 1_000_000
    ? `${Math.max(1, Math.round(octets / 1000))}\u00a0ko`
    : `${(octets / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0Mo`;

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
