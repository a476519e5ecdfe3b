import type { Attachment, Email } from 'postal-mime';
import { texteDuHtml } from './interaction.html.ts';
import type { Parties } from './interaction.parties.ts';
import { type Contenu, lireTnef } from './interaction.tnef.ts';

/** A picture this small, that the page shows, is the ornament of a signature. */
const ORNEMENT = 20_000;

type Ouvrir = (octets: Uint8Array) => Promise<void>;

/** What came with a mail: files, mails, what Outlook hides, and what no person would call a file. */
export const ouvrirJointes = async (email: Email, lues: Parties, ouvrirMessage: Ouvrir): Promise<void> => {
  const montrees = imagesMontrees(email.html ?? '');
  for (const jointe of email.attachments)
    if (estUnMessage(jointe)) await ouvrirMessage(octetsDe(jointe));
    else ranger(jointe, { lues, montrees });
  lues.agenda.push(...email.attachments.flatMap(({ method }) => method ?? []));
};

const octetsDe = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : new Uint8Array(content);

const typeDe = ({ mimeType }: Attachment): string => mimeType.toLowerCase();
const estUnMessage = (jointe: Attachment): boolean =>
  /^message\/(?:rfc822|global)$/.test(typeDe(jointe)) ||
  (/^(?:application\/octet-stream|application\/eml)$/.test(typeDe(jointe)) &&
    /\.eml$/i.test(jointe.filename ?? ''));
const estTnef = (jointe: Attachment): boolean =>
  /^application\/(?:vnd\.)?ms-tnef$/.test(typeDe(jointe)) || /^winmail\.dat$/i.test(jointe.filename ?? '');

const ranger = (jointe: Attachment, { lues, montrees }: { lues: Parties; montrees: Set<string> }): void => {
  const type = typeDe(jointe);
  const nom = jointe.filename ?? nomSelon(type);
  const [, pourquoi] = A_PART.find(([forme]) => forme.test(type)) ?? [];
  if (estTnef(jointe)) ouvrirTnef(jointe, lues);
  else if (pourquoi) lues.laissees.push(`${nom} : ${pourquoi}`);
  else if (!SANS_OBJET.test(type) && !estOrnement(jointe, montrees))
    lues.jointes.push({ nom, type, octets: octetsDe(jointe) });
};

/** Signatures and notices: they say nothing that a person could read. */
const SANS_OBJET =
  /^(?:application\/(?:x-)?pkcs7-signature|application\/pgp-(?:signature|keys)|message\/(?:delivery-status|disposition-notification|feedback-report|global-delivery-status)|text\/rfc822-headers)$/;

const A_PART: [RegExp, string][] = [
  [/^(?:text\/calendar|application\/ics)$/, 'cette invitation d’agenda reste dans l’original.'],
  [
    /^application\/(?:(?:x-)?pkcs7-mime|pgp-encrypted)$/,
    'ce message est chiffré, la mairie ne peut pas l’ouvrir.',
  ],
];

const estOrnement = (jointe: Attachment, montrees: Set<string>): boolean =>
  typeDe(jointe).startsWith('image/') &&
  jointe.disposition !== 'attachment' &&
  montrees.has(nu(jointe.contentId ?? '')) &&
  octetsDe(jointe).byteLength <= ORNEMENT;

const nomSelon = (type: string): string => {
  if (type.startsWith('image/')) return `image.${type.slice(6).replace('jpeg', 'jpg')}`;
  return type === 'application/pdf' ? 'document.pdf' : 'sans nom';
};

const nu = (id: string): string => id.replace(/^<|>$/g, '').toLowerCase();
const imagesMontrees = (html: string): Set<string> =>
  new Set([...html.matchAll(/\bcid:([^"'\s>)]{1,200})/gi)].map(([, id = '']) => nu(decode(id))));
const decode = (id: string): string => {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};

const ouvrirTnef = (jointe: Attachment, lues: Parties): void => {
  const contenu = lireTnef(octetsDe(jointe));
  if (!contenu) {
    lues.laissees.push(
      `${jointe.filename ?? 'winmail.dat'} : ce fichier d’Outlook est abîmé, il reste dans l’original.`,
    );
    return;
  }
  if (!lues.texte.trim()) lues.texte = contenu.html ? texteDuHtml(contenu.html).texte : contenu.texte;
  lues.jointes.push(
    ...contenu.fichiers
      .filter((fichier) => !orneLaPage(fichier, contenu.html))
      .map(({ nom, octets }) => ({ nom: nom || 'sans nom', type: '', octets })),
  );
};

/** Outlook calls its pictures `image001.png@…` in the page. */
const orneLaPage = ({ nom, octets }: Contenu['fichiers'][number], html: string): boolean =>
  nom !== '' &&
  octets.byteLength <= ORNEMENT &&
  [...imagesMontrees(html)].some((id) => id.startsWith(nom.toLowerCase()));
