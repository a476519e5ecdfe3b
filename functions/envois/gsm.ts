/** What a plain SMS can say (GSM 03.38); with any other letter it holds half as much. */
const ALPHABET = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** These count for two. */
const ETENDUS = new Set('^{}\\[~]|€');

const PROCHES: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '…': '...',
  '–': '-',
  '—': '-',
  '•': '-',
  œ: 'oe',
  Œ: 'OE',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
};

/** The same words in plain letters: « où » stays, « être » becomes « etre », a drawing goes. */
export const enLettresSms = (texte: string): string =>
  [...texte.normalize('NFC')]
    .map((lettre) => lettrePour(PROCHES[lettre] ?? lettre))
    .join('')
    .replace(/ {2,}/g, ' ');

const lettrePour = (lettre: string): string => {
  if ([...lettre].every((une) => ALPHABET.has(une) || ETENDUS.has(une))) return lettre;
  const [base = ''] = lettre.normalize('NFD');
  return ALPHABET.has(base) ? base : '';
};

const longueur = (texte: string): number =>
  [...texte].reduce((somme, lettre) => somme + (ETENDUS.has(lettre) ? 2 : 1), 0);

/** How many messages the operator will count. */
export const combienDeSms = (texte: string): number =>
  longueur(texte) <= 160 ? 1 : Math.ceil(longueur(texte) / 153);

/** Whom it comes from, what it says, where to read the rest: the link is never cut, the words are. */
export const composerSms = (
  { de, texte, lien }: { de: string; texte: string; lien?: string | undefined },
  sms = 2,
): string => {
  const tete = enLettresSms(`${de} : `);
  const queue = lien ? ` ${lien}` : '';
  const place = (sms === 1 ? 160 : sms * 153) - longueur(tete) - longueur(queue);
  return tete + couper(enLettresSms(texte).trim(), place) + queue;
};

const couper = (texte: string, place: number): string => {
  if (longueur(texte) <= place) return texte;
  let coupe = texte.slice(0, Math.max(0, place));
  while (coupe && longueur(coupe) > place - 3) coupe = coupe.slice(0, -1);
  return `${coupe.trimEnd()}...`;
};
