// Writes functions/envois/indicatifs.ts: the numbering plans that the product knows, out of the library's 245.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { indicatifsDe } from '../lib/indicatifs.ts';

const complets = createRequire(import.meta.url).resolve('libphonenumber-js/metadata.mobile.json');
const fichier = path.resolve(import.meta.dirname, '../functions/envois/indicatifs.ts');
writeFileSync(fichier, indicatifsDe(readFileSync(complets, 'utf8')));
console.log(`${path.relative(process.cwd(), fichier)} est écrit.`);
