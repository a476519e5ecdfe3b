import { compile, type FormatCallback } from 'html-to-text';

/** The words of an HTML mail, as a person sees them: what is hidden is left out, a quotation keeps its marks. */
export const texteDuHtml = (html: string): { texte: string; coupe: boolean } => {
  const leger = sansDonnees(html);
  const lu = leger.slice(0, finLisible(leger));
  return { texte: enTexte(marquerCaches(lu)), coupe: lu.length < leger.length };
};

/** Half a second of reading for the worst of it, and ten times a long letter. */
const HTML_MAX = 300_000;
const BALISES_MAX = 20_000;

const finLisible = (html: string): number => {
  let fin = -1;
  for (let reste = BALISES_MAX; reste > 0; reste--) {
    fin = html.indexOf('<', fin + 1);
    if (fin === -1 || fin >= HTML_MAX) return HTML_MAX;
  }
  return fin;
};

/** A picture written inside the page weighs more than all its words, and would hide those that follow it. */
const sansDonnees = (html: string): string =>
  html.replace(/data:[\w.+-]{1,40}\/[\w.+-]{1,80}(?:;[\w=.-]{1,40}){0,4},[^"'\s>)]*/gi, '');

/** What a program hides (preheaders, the text of other readers) is said so by its style, however it is written. */
const marquerCaches = (html: string): string =>
  html.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*')/gi, (_, style: string) => (estCache(style) ? ' hidden' : ''));

const estCache = (style: string): boolean =>
  /(?:^|[;"'\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:font-size|max-height|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:!\s*important\s*)?(?=[;"']|$))/i.test(
    style,
  );

const cellule: FormatCallback = (element, parcourir, texte) => {
  if (aUneCelluleAvant(element)) texte.addLiteral(' | ');
  parcourir(element.children, texte);
};

/** A table that only lays the page out has empty cells: they separate nothing. */
const aUneCelluleAvant = (element: Parameters<FormatCallback>[0]): boolean =>
  avant(element).some((voisine) => /^t[dh]$/.test(voisine.name ?? '') && aDesMots(voisine)) &&
  aDesMots(element);

type Noeud = Parameters<FormatCallback>[0];

const avant = (element: Noeud): Noeud[] => {
  const voisines: Noeud[] = element.parent?.children ?? [];
  return voisines.slice(Math.max(0, voisines.indexOf(element) - VOISINES), voisines.indexOf(element));
};

/** A cell and the blank between it and the next. */
const VOISINES = 3;
const aDesMots = (noeud: Noeud, reste = 6): boolean =>
  noeud.type === 'text'
    ? /\S/.test(noeud.data ?? '')
    : noeud.name === 'img' ||
      (reste > 0 && (noeud.children ?? []).slice(0, 40).some((enfant: Noeud) => aDesMots(enfant, reste - 1)));

const image: FormatCallback = (element, _, texte) => {
  const dit = (element.attribs?.alt ?? '').trim();
  if (dit) texte.addInline(`[${dit}]`);
};

const MUETS = ['head', 'title', 'style', 'script', 'template', 'noscript', 'object', '[hidden]'];

const enTexte = compile({
  wordwrap: false,
  preserveNewlines: false,
  // Non-breaking spaces are French: they stay.
  whitespaceCharacters: ' \t\r\n\f\u200b',
  baseElements: { selectors: [] },
  limits: { maxDepth: 120, maxInputLength: HTML_MAX, ellipsis: ' (…) ' },
  formatters: { cellule, imageDite: image },
  selectors: [
    ...MUETS.map((selector) => ({ selector, format: 'skip' })),
    ...[1, 2, 3, 4, 5, 6].map((rang) => ({
      selector: `h${rang}`,
      format: 'heading',
      options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 },
    })),
    {
      selector: 'a',
      options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'], noAnchorUrl: true },
    },
    { selector: 'img', format: 'imageDite' },
    { selector: 'p', format: 'paragraph', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'ul', options: { itemPrefix: '- ', leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'ol', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    {
      selector: 'blockquote',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1, trimEmptyLines: false },
    },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'cellule' },
    { selector: 'th', format: 'cellule' },
    { selector: 'hr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  ],
});
