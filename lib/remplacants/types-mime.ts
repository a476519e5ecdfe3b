/** Stands for nodemailer's list of a thousand file types in bundles: whoever joins a file says its type. */
const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  html: 'text/html',
  ics: 'text/calendar',
  jpg: 'image/jpeg',
  png: 'image/png',
};
const INCONNU = 'application/octet-stream';

export const detectMimeType = (nom: string | false): string =>
  TYPES[String(nom).split('.').at(-1)?.toLowerCase() ?? ''] ?? INCONNU;

export const detectExtension = (type: string | false): string =>
  Object.keys(TYPES).find((extension) => TYPES[extension] === type) ?? 'bin';
