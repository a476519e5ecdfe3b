// Writes functions/envois/indicatifs.ts: the numbering plans that the product knows, out of the library's.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { indicatifsDe } from '../lib/indicatifs.ts';

const plans = (genre: 'mobile' | 'max') =>
  readFileSync(createRequire(import.meta.url).resolve(`libphonenumber-js/metadata.${genre}.json`), 'utf8');
const fichier = path.resolve(import.meta.dirname, '../functions/envois/indicatifs.ts');
writeFileSync(fichier, indicatifsDe({ mobiles: plans('mobile'), complets: plans('max') }));
console.log(`${path.relative(process.cwd(), fichier)} est écrit.`);
