// `npm run captures`: a picture of every page and state, light and dark, narrow and wide, in `captures/`.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Etat, preparerEtats } from '../bench/captures/etats.ts';
import { photographier } from '../bench/captures/photographier.ts';
import { ouvrirNavigateur } from '../bench/navigateur.ts';
import { ouvrirPoche } from '../bench/poche.ts';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const dossier = path.resolve(import.meta.dirname, '../captures');

const poche = await ouvrirPoche('pleine');
const navigateur = await ouvrirNavigateur();
try {
  const etats = await preparerEtats(navigateur, poche);
  const voulus = etats.filter(({ nom }: Etat) => nom.includes(values.only));
  if (!values.only) rmSync(dossier, { recursive: true, force: true });
  mkdirSync(dossier, { recursive: true });
  const ratees = await photographier(navigateur, { dossier, etats: voulus });
  console.log(`${voulus.length} pages et états, dans ${path.relative(process.cwd(), dossier) || '.'}/.`);
  for (const ratee of ratees) console.error(`  RATÉE ${ratee}`);
  if (ratees.length > 0) process.exitCode = 1;
} finally {
  await navigateur.close();
  await poche.arreter();
  poche.effacer();
}
