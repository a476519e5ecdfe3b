import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Allegement, declaration, retrancher } from './retouche.ts';

const FONTKIT = /\/fontkit\/src\//;
const depuisPdfkit = createRequire(import.meta.resolve('pdfkit'));
const SOURCES = path.join(path.dirname(depuisPdfkit.resolve('fontkit')), '../src/node.js');

/** What only other fonts ask for: ours is Noto Sans for Latin, in WOFF, with outlines of TrueType and no variation. */
const ABSENTS = [
  'DFont TrueTypeCollection WOFF2Font aat/AATLayoutEngine cff/CFFFont glyph/CFFGlyph glyph/COLRGlyph glyph/Path',
  'glyph/GlyphVariationProcessor glyph/SBIXGlyph glyph/StandardNames glyph/TTFGlyphEncoder',
  'layout/KernProcessor layout/UnicodeLayoutEngine subset/CFFSubset',
];

/** Tables of other fonts, and those that only a printer or a screen of old reads. */
const TABLES = [
  'BASE COLR CPAL DSIG EBLC HVAR JSTF LTSH PCLT VDMX VORG avar bsln feat fvar gasp gvar hdmx just kern morx opbd',
  'sbix vhea vmtx',
];

const module = (noms: readonly string[], dossier = ''): RegExp =>
  new RegExp(`/fontkit/src/${dossier}(?:${noms.join(' ').replaceAll(' ', '|')})\\.js$`);

/**
 * Leaves out what no letter of ours asks of pdfkit and fontkit: alphabets and formats of other fonts, forms, tables,
 * passwords, images. What stays is theirs, to the byte.
 */
export const PDF: Allegement = {
  remplacants: [
    // The sources come with the package, module by module: some can be left out.
    { demande: /^fontkit$/, par: pathToFileURL(SOURCES).href },
    { demande: /\/decorators$/, chez: FONTKIT, par: import.meta.resolve('../remplacants/memoire.ts') },
    { demande: /\/encodings$/, chez: FONTKIT, par: import.meta.resolve('../remplacants/encodages.ts') },
    { demande: /\/Script$/, chez: FONTKIT, par: import.meta.resolve('../remplacants/ecritures.ts') },
    { demande: /^unicode-properties$/, chez: FONTKIT, par: import.meta.resolve('../remplacants/unicode.ts') },
  ],
  retouches: [
    // A format that knows no file is not tried; a table that is not there is not read.
    { fichier: module(ABSENTS), dire: () => 'export default class { static probe() { return false; } }' },
    { fichier: module(TABLES, 'tables/'), dire: () => 'export default undefined;' },
    {
      fichier: module(['opentype/shapers/index']),
      dire: () => "import latin from './DefaultShaper'; export const choose = () => latin;",
    },
    {
      fichier: module([
        'TTFFont CmapProcessor glyph/Glyph glyph/TTFGlyph layout/LayoutEngine opentype/OTLayoutEngine',
      ]),
      dire: (source) => retrancher(source, [[METHODES, '']]),
    },
    { fichier: /\/clone\/clone\.js$/, dire: () => 'module.exports = structuredClone;' },
    {
      fichier: /\/tiny-inflate\/index\.js$/,
      dire: () => `const { inflateRawSync } = require('node:zlib');
        module.exports = (octets, cible) => { cible.set(inflateRawSync(octets)); return cible; };`,
    },
    {
      fichier: /\/linebreak\/dist\/module\.mjs$/,
      dire: (source, fichier) => coupuresUsuelles(source, fichier),
    },
    { fichier: /\/pdfkit\/js\/pdfkit\.node\.mjs$/, dire: (source) => lettresSeules(source) },
  ],
};

const INUTILES = [
  '_getContours _getName _getPath _getPhantomPoints getScaledPath getVariation name namedVariations path render',
  'variationAxes availableFeatures characterSet codePointsForGlyph getAvailableFeatures getCharacterSet stringsForGlyph',
];

/** Methods that draw a glyph, name it, vary it or list what a font has: a PDF takes the outlines as they are. */
const METHODES = new RegExp(
  `^ {2}(?:@cache\\n {2})?(?:get )?(?:${INUTILES.join(' ').replaceAll(' ', '|')})\\([\\s\\S]*?^ {2}}$`,
  'gm',
);

type Arbre = { get: (code: number) => number };
const DERNIER_SIGNE = 0x2400;

/** Where a line may be cut, sign by sign: those of Latin, Greek, Cyrillic and the punctuation, not the ideograms. */
const coupuresUsuelles = (source: string, fichier: string): string => {
  const [arbreEcrit = '', base64 = ''] = /\$hJqJp\$base64js\.toByteArray\("([^"]+)"\)/.exec(source) ?? [];
  const UnicodeTrie = createRequire(path.resolve(fichier))('unicode-trie') as new (
    octets: Uint8Array,
  ) => Arbre;
  const arbre = new UnicodeTrie(Buffer.from(base64, 'base64'));
  const classes = Array.from({ length: DERNIER_SIGNE }, (_, code) => arbre.get(code));
  const suites = classes.flatMap((classe, code) => (classe === classes[code - 1] ? [] : [code, classe]));
  return retrancher(source.replace(arbreEcrit, JSON.stringify(suites)), [
    [/^import \$hJqJp\$unicodetrie .*$/m, SUITES],
    [/^import \$hJqJp\$base64js .*$/m, ''],
  ]);
};

/** Reads `[code, class, code, class…]` from its end: a class holds until the next code. */
const SUITES = `class $hJqJp$unicodetrie {
  constructor(suites) { this.suites = suites; }
  get(code) {
    let rang = this.suites.length - 2;
    while (code < this.suites[rang]) rang -= 2;
    return this.suites[rang + 1];
  }
}`;

const MD5 =
  "const md5Hash = (octets) => new Uint8Array(require('node:crypto').createHash('md5').update(octets).digest());\n";

const lettresSeules = (source: string): string =>
  retrancher(source, [
    // No document of ours opens by a password.
    [/^function isBytes\([\s\S]*?(?=^class PDFSecurity)/m, MD5],
    [/^ {2}static generateRandomWordArray[\s\S]*?^}$/m, '  static create() { return null; }\n}'],
    // The fonts are embedded, as PDF/UA wants: those that a reader is supposed to own are never used.
    [/^const WIN_ANSI_MAP[\s\S]*?(?=^class PDFFont )/m, ''],
    [/^registerStdFontLoaders\([\s\S]*?^}\);$/m, ''],
    [declaration('StandardFont'), 'class StandardFont {}'],
    [declaration('SVGPath'), 'class SVGPath {}'],
    [declaration('PDFGradient\\$1'), 'let PDFGradient$1 = class {};'],
    [declaration('PDFLinearGradient\\$1'), 'let PDFLinearGradient$1;'],
    [declaration('PDFRadialGradient\\$1'), 'let PDFRadialGradient$1;'],
    [declaration('PDFTilingPattern\\$1'), 'let PDFTilingPattern$1 = class {};'],
    [declaration('namedColors'), 'var namedColors = { black: [0, 0, 0], white: [255, 255, 255] };'],
    [declaration('PDFA'), 'var PDFA = {};'],
    [/^ {2}list\([\s\S]*?^ {2}},$/m, ''],
    [declaration('formatListLabel'), ''],
    [declaration('ImagesMixin'), 'var ImagesMixin = { initImages() {} };'],
    [declaration('TableMixin'), 'var TableMixin = { initTables() {} };'],
    [declaration('AcroFormMixin'), 'var AcroFormMixin = { endAcroForm() {} };'],
    [declaration('AttachmentsMixin'), 'var AttachmentsMixin = {};'],
    // A constant that nobody reads any more may go, whatever makes it.
  ]).replace(/^const [\w$]+ = (?=new |\(|[\w$.]+\()/gm, (debut) => `${debut}/* @__PURE__ */ `);
