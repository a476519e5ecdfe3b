import { brotliDecompressSync } from 'node:zlib';

/** Stands for the `brotli` package in bundles: Node decompresses by itself, and 486 kB stay out. A default export, as fontkit imports it. */
export default (octets: Uint8Array): Uint8Array => brotliDecompressSync(octets);
