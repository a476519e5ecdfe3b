import { adresseEnLignes, type Commune, Identite } from '../functions/commune/commune.ts';

/** Puts the commune's identity into a built page, where the front reads it without a request. */
export const injecter = (html: string, commune: Commune): string => {
  const identite = JSON.stringify(Identite.parse(commune)).replace(/</g, '\\u003c');
  return html
    .replace(/(?<=<script type="application\/json" id="commune">)[\s\S]*?(?=<\/script>)/, () => identite)
    .replace(/(?<=<title>[^<]*)Parvis(?=[^<]*<\/title>)/, () => echapper(commune.nomComplet))
    .replace(/<noscript>[^<]*par téléphone[^<]*<\/noscript>/, () => sansScript(commune));
};

/** Puts a policy of content at the very top of a page, before anything that it could stop. Throws when a page has no head. */
export const enTete = (html: string, politique: string): string => {
  if (!html.includes('<head>')) throw new Error('Une page sans <head> ne peut pas porter sa politique.');
  return html.replace(
    '<head>',
    () => `<head>\n<meta http-equiv="Content-Security-Policy" content="${politique}">`,
  );
};

/** The portal of a browser without JavaScript: whose it is, and how to ask otherwise. */
const sansScript = ({ nomComplet, telephone, courriel, adresse, horaires }: Commune): string =>
  [
    '<noscript><main class="cadre">',
    `<h1>${echapper(nomComplet)}</h1>`,
    '<p>Les démarches en ligne ont besoin de JavaScript, que votre navigateur n’exécute pas. Toutes se font aussi autrement :</p>',
    '<ul>',
    `<li>par téléphone : <a href="tel:${telephone.replace(/ /g, '')}">${telephone}</a></li>`,
    `<li>par e-mail : <a href="mailto:${echapper(courriel)}">${echapper(courriel)}</a></li>`,
    `<li>par courrier ou au guichet : ${adresseEnLignes(adresse).map(echapper).join(', ')}</li>`,
    '</ul><h2>Horaires d’ouverture</h2><ul>',
    ...horaires.map(({ jours, heures }) => `<li>${echapper(jours)} : ${echapper(heures)}</li>`),
    '</ul><p>En danger : appelez le <a href="tel:112">112</a>.</p></main></noscript>',
  ].join('');

const echapper = (texte: string): string => texte.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The commune's colours, over the tokens. Empty when the commune keeps the house's slate blue. */
export const themeCss = ({ theme }: Commune): string =>
  theme
    ? `:root{--accent:${theme.accent}}@media (prefers-color-scheme:dark){:root{--accent:${theme.accentSombre}}}\n`
    : '/* les couleurs de la maison */\n';

/** The page that a path of the web shows: two fronts, each with its own routes. */
export const pageDe = (chemin: string): string => {
  if (/\.[a-z0-9]+$/i.test(chemin)) return chemin;
  return chemin === '/agents' || chemin.startsWith('/agents/') ? '/agents/index.html' : '/index.html';
};

/** What both fronts may load: themselves, and the bucket that receives the pièces. */
export const politiqueDeContenu = (origineDesPieces: string): string =>
  [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${origineDesPieces}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Which bucket is the commune's, for a page to say itself: the headers of its account let it reach any of the region. */
export const politiqueDesPages = (origineDesPieces: string): string =>
  `connect-src 'self' ${origineDesPieces}`;

/** What no page of the site asks of a browser, and who may hold or read its pages: itself alone. */
export const ENTETES_DU_SITE = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': [
    'accelerometer',
    'bluetooth',
    'browsing-topics',
    'camera',
    'display-capture',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'serial',
    'usb',
  ]
    .map((pouvoir) => `${pouvoir}=()`)
    .join(', '),
} as const;

/** The API answers data and files, never a page. */
export const POLITIQUE_DE_L_API = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** RFC 9116 asks for less than a year: a site that nobody deploys any more must not promise that someone reads. */
const JOURS_DE_CONTACT = 330;

/** Where to tell of a weakness. */
export const securityTxt = (commune: Commune, le: Date): string => {
  const expire = new Date(le.getTime() + JOURS_DE_CONTACT * 24 * 3600_000).toISOString().slice(0, 10);
  return [
    `Contact: mailto:${commune.options.courrielSecurite ?? commune.courriel}`,
    `Expires: ${expire}T00:00:00.000Z`,
    'Preferred-Languages: fr, en',
    `Canonical: https://${commune.domaine}${SECURITY_TXT}`,
    '',
  ].join('\n');
};

export const SECURITY_TXT = '/.well-known/security.txt';

/** Démarches may be found by anyone; what belongs to a person, or to agents, is not for a search engine. */
export const ROBOTS_TXT = ['/api/', '/agents/', '/connexion', '/mes-demandes', '/recu/', '/suivi'].reduce(
  (texte, chemin) => `${texte}Disallow: ${chemin}\n`,
  'User-agent: *\n',
);

/** WCAG contrast ratio of two `#rrggbb` colours, from 1 to 21. */
export const contraste = (a: string, b: string): number => {
  const [clair, fonce] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (clair + 0.05) / (fonce + 0.05);
};

const luminance = (couleur: string): number => {
  const [r, v, b] = [1, 3, 5].map((i) => {
    const canal = Number.parseInt(couleur.slice(i, i + 2), 16) / 255;
    return canal <= 0.04045 ? canal / 12.92 : ((canal + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * v + 0.0722 * b;
};
