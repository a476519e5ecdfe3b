import { brotliDecompressSync } from 'node:zlib';

/** What fontkit asks of the package `brotli`, with its dictionary: Node has its own. */
// biome-ignore lint/style/noDefaultExport: it stands for a module that has one
export default (octets: Uint8Array): Uint8Array => brotliDecompressSync(octets);
