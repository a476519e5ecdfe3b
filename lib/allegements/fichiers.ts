import { type Allegement, retrancher } from './retouche.ts';

/**
 * Leaves out of file-type the marks of the types that we refuse anyway: a film and a file of no known type get the
 * same answer.
 */
export const FICHIERS: Allegement = {
  remplacants: [
    // Ours are always in memory: no need to read a file or a stream.
    { demande: /^file-type$/, par: import.meta.resolve('file-type/core') },
    {
      demande: /^@tokenizer\/inflate$/,
      chez: /\/file-type\//,
      par: import.meta.resolve('../remplacants/archives.ts'),
    },
  ],
  retouches: [
    { fichier: /\/file-type\/core\.js$/, dire: (source) => typesAcceptes(source) },
    // Node reads these alphabets by itself.
    {
      fichier: /\/@borewit\/text-codec\/lib\/index\.js$/,
      dire: () => `export const textDecode = (octets, alphabet = 'utf-8') => Buffer.from(octets).toString(alphabet);
        export const textEncode = (texte, alphabet = 'utf-8') => new Uint8Array(Buffer.from(texte, alphabet));`,
    },
  ],
};

const typesAcceptes = (source: string): string =>
  retrancher(source, [
    [/^\tdetectImprecise = async [\s\S]*?^\t};$/m, '\tdetectImprecise = async () => undefined;'],
    ...METHODES.map((nom) => [new RegExp(`^\\t(?:async )?${nom}\\([\\s\\S]*?^\\t}$`, 'm'), ''] as const),
    [/^export const supported\w+ = new Set\(\w+\);$/gm, ''],
  ]).replace(/^\t\tif \([\s\S]*?^\t\t}$/gm, (marque) => (estAcceptee(marque) ? marque : ''));

const METHODES = [
  ...['detectGzip', 'readTiffTag', 'readTiffIFD', 'readTiffHeader', 'scanMpeg'],
  ...['createTokenizerFromWebStream', 'fromBlob', 'fromStream', 'toDetectionStream'],
];

/** Those of a pièce. */
const ACCEPTES = ['application/pdf', 'image/heic', 'image/heif', 'image/jpeg', 'image/png', 'image/webp'];

/** A mark that names no type prepares the next ones, unless it asks for what is left out. */
const estAcceptee = (marque: string): boolean => {
  const types = [...marque.matchAll(/mime: '([^']+)'/g)].map(([, type = '']) => type);
  return types.length === 0
    ? !METHODES.some((methode) => marque.includes(`this.${methode}(`))
    : types.some((type) => ACCEPTES.includes(type));
};
