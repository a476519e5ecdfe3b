import { couper, estVide, nettoyer, surUneLigne } from '../platform/texte.ts';
import { TypePiece } from './piece.ts';

/** Longer, a disk or a mail program cuts it for us, and its extension with it. Bytes of UTF-8. */
const NOM_OCTETS_MAX = 200;

const EXTENSIONS: Record<TypePiece, readonly [string, ...string[]]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif', 'hif'],
  'image/heif': ['heif', 'heic', 'hif'],
};

/** Names that programs give to other types: none may stay at the end of a name, where a computer would believe it. */
const AUTRES =
  /\.(pdf|jpe?g|jpe|jfif|png|webp|hei[cf]|hif|gif|tiff?|bmp|svgz?|x?html?|mht|hta|xml|js|vbs?|exe|com|bat|cmd|scr|pif|msi|lnk|url|jar|ps1|sh|php|zip|rar|7z|docx?|docm|odt|rtf|xlsx?|xlsm|txt|csv|eml|msg|bin|dat|tmp|part)\s*$/i;

/** What no disk takes in a name, or takes for a path. */
const INTERDITS = /[<>:"|?*\\/]+/g;
/** Devices, for Windows, whatever their extension. */
const RESERVES = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** The name of a file as it is kept and given back: one that can be read, and that ends as its bytes say. */
export const nomDeFichier = (nom: string, type: TypePiece): string => {
  const dernier =
    nettoyer(nom.toWellFormed())
      .split(/[\\/]/)
      .findLast((partie) => !estVide(partie)) ?? '';
  const net = surUneLigne(dernier.replace(INTERDITS, '-')).replace(/^[.\s]+|[.\s]+$/g, '');
  const fin = finDe(net, type);
  return `${raccourcir(sansExtension(net)) || 'fichier'}.${fin}`;
};

/** Its own extension where it tells the truth. */
const finDe = (nom: string, type: TypePiece): string => {
  const dite = extensionDe(nom);
  return EXTENSIONS[type].includes(dite) ? dite : EXTENSIONS[type][0];
};

const sansExtension = (nom: string): string => {
  const reste = nom.replace(AUTRES, '').replace(/[.\s]+$/, '');
  return reste === nom ? nom.replace(RESERVES, 'fichier-$1') : sansExtension(reste);
};

const raccourcir = (nom: string): string => {
  const octets = new TextEncoder().encode(nom).byteLength;
  return octets <= NOM_OCTETS_MAX ? nom.trim() : raccourcir(couper(nom, Math.floor(nom.length * 0.9)));
};

const extensionDe = (nom: string): string => /\.([a-z0-9]{1,8})$/i.exec(nom)?.[1]?.toLowerCase() ?? '';

/** Other words for the same types. */
const ALIAS: Record<string, TypePiece> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-citrix-jpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'image/x-citrix-png': 'image/png',
  'application/x-pdf': 'application/pdf',
  'application/acrobat': 'application/pdf',
  'applications/vnd.pdf': 'application/pdf',
  'text/pdf': 'application/pdf',
  'text/x-pdf': 'application/pdf',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heif',
};

/** Announced as nothing known: only the bytes will tell. */
export const SANS_TYPE = 'application/octet-stream';
const MUETS = ['', SANS_TYPE, 'binary/octet-stream', 'application/binary', 'application/force-download'];

/** As it announces itself; undefined when it says that it is something else than what is accepted. */
export const typeAnnonce = (type: string, nom: string): TypePiece | typeof SANS_TYPE | undefined => {
  const dit = (type.split(';')[0] ?? '').trim().toLowerCase();
  const connu = TypePiece.safeParse(ALIAS[dit] ?? dit);
  if (connu.success) return connu.data;
  const extension = extensionDe(nom.trim());
  const parNom = TypePiece.options.find((un) => EXTENSIONS[un].includes(extension));
  return parNom ?? (MUETS.includes(dit) ? SANS_TYPE : undefined);
};
