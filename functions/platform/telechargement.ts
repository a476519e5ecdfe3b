/** What a browser shows without running it, when it is told this type and no other: the rest is downloaded. */
const MONTRES = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

type Fichier = { nom: string; type: string };

/** Content-Disposition (RFC 6266) of a file that someone sent: shown when it can only be seen, downloaded otherwise. */
export const disposition = ({ nom, type }: Fichier): string =>
  `${MONTRES.includes(type) ? 'inline' : 'attachment'}; ${nomme(nom)}`;

export const aTelecharger = (nom: string): string => `attachment; ${nomme(nom)}`;

/** Letters of any language, and nothing that could end the header or the name (RFC 8187). */
const nomme = (nom: string): string =>
  `filename*=UTF-8''${encodeURIComponent(nom.toWellFormed()).replace(/['()*!]/g, enPourcents)}`;

const enPourcents = (lettre: string): string => `%${lettre.charCodeAt(0).toString(16).toUpperCase()}`;
