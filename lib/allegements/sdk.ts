import { adressesUsuelles } from './adresses.ts';
import { sansErreursDesAutres } from './erreurs.ts';
import { type Allegement, retrancher } from './retouche.ts';

/** Leaves out of the AWS SDK what our calls never reach. */
export const SDK: Allegement = {
  remplacants: [
    {
      demande: /^@smithy\/core\/event-streams$/,
      par: import.meta.resolve('../remplacants/sans-evenements.ts'),
    },
    {
      demande: /^@aws-sdk\/middleware-endpoint-discovery$/,
      par: import.meta.resolve('../remplacants/adresses-connues.ts'),
    },
  ],
  retouches: [
    {
      fichier: /\/client-[a-z0-9-]+\/dist-es\/schemas\/schemas_\d+\.js$/,
      dire: (source, fichier) => sansErreursDesAutres(nommerLesCles(source), fichier),
    },
    {
      fichier: /\/client-[a-z0-9-]+\/dist-es\/endpoint\/bdd\.js$/,
      dire: (_, fichier) => adressesUsuelles(fichier),
    },
    // Ours are not « directory buckets »: no session is ever opened.
    {
      fichier: /\/middleware-s3-express\/functions\/s3Express\w*Middleware\.js$/,
      dire: (source) =>
        retrancher(source, [
          [
            /^export const (getS3Express\w+) = [\s\S]*?^}\);$/m,
            (_, nom) => `export const ${nom} = () => ({ applyToStack() {} });`,
          ],
        ]),
    },
    {
      fichier: /\/S3ExpressIdentityProviderImpl\.js$/,
      dire: () => 'export class S3ExpressIdentityProviderImpl {}',
    },
    // Only an access point shared by several regions wants another signature.
    {
      fichier: /\/dist-es\/SignatureV4MultiRegion\.js$/,
      dire: () => `import { SignatureV4 } from "@smithy/signature-v4";
        export class SignatureV4MultiRegion extends SignatureV4 { static sigv4aDependency() { return "none"; } }`,
    },
    // Only the version is read.
    {
      fichier: /\/client-[a-z0-9-]+\/package\.json$/,
      dire: (source) => JSON.stringify({ version: (JSON.parse(source) as { version: string }).version }),
      loader: 'json',
    },
    // Lambda's Node has these in its own crypto, and streams of its own; we try again at a steady pace.
    {
      fichier: /\/(?:Sha256Js|Sha1Js|Md5Js|AdaptiveRetryStrategy|util-stream\/(?:\w+\/)?\w+\.browser)\.js$/,
      dire: (source) => exportsAbsents(source),
    },
    // Lambda has neither the files of a person's computer nor those of a virtual machine.
    {
      fichier: /\/loadSharedConfigFiles\.js$/,
      dire: () => `export { CONFIG_PREFIX_SEPARATOR } from "./constants";
        export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
    },
    {
      fichier: /\/getInstanceMetadataRegion\.js$/,
      dire: () => 'export const getInstanceMetadataRegion = async () => undefined;',
    },
    { fichier: /\/util-endpoints\/lib\/aws\/partitions\.js$/, dire: (source) => europe(source) },
  ],
};

/**
 * `{ [_h]: … }` becomes `{ "http": … }`. A computed key might run code, so the bundler keeps every shape of every
 * operation of S3 because of it; a plain one lets it drop those that nobody calls.
 */
const nommerLesCles = (source: string): string => {
  const textes = new Map(
    [...source.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, nom = '', texte = '']) => [nom, texte]),
  );
  return source.replace(/\[(_\w+)\]:/g, (tel, nom: string) =>
    textes.has(nom) ? `${textes.get(nom)}:` : tel,
  );
};

const exportsAbsents = (source: string): string =>
  [...source.matchAll(/^export (?:async )?(?:class|const|function) (\w+)/gm)]
    .map(([, nom]) => `export const ${nom} = undefined;`)
    .join('\n');

/** The clouds that a French town may use: neither China's nor those of the secrets of the United States. */
const europe = (source: string): string =>
  retrancher(source, [
    [/^\s+"description": .*$/gm, ''],
    [/,\s+\{\s+"id": "aws-(?:cn|us-gov|iso[\w-]*)",[\s\S]*?\n {8}\}(?=,?\n)/g, ''],
  ]);
