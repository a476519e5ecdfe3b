// `npm run captures`: a picture of every page and state, light and dark, narrow and wide, in `captures/`.
// `npm run captures -- --vitrine`: only the three pictures of the README, in `docs/images/`.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Etat, preparerEtats } from '../bench/captures/etats.ts';
import { photographier } from '../bench/captures/photographier.ts';
import { photographierVitrine } from '../bench/captures/vitrine.ts';
import { ouvrirNavigateur } from '../bench/navigateur.ts';
import { ouvrirPoche } from '../bench/poche.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, vitrine: { type: 'boolean', default: false } },
});
const dossier = path.resolve(import.meta.dirname, '../captures');

const poche = await ouvrirPoche('pleine');
const navigateur = await ouvrirNavigateur();
try {
  if (values.vitrine) await exposer();
  else await toutPrendre();
} finally {
  await navigateur.close();
  await poche.arreter();
  poche.effacer();
}

async function exposer(): Promise<void> {
  const images = path.resolve(import.meta.dirname, '../docs/images');
  mkdirSync(images, { recursive: true });
  for (const fichier of await photographierVitrine(navigateur, { base: poche.base, dossier: images }))
    console.log(`${path.relative(process.cwd(), fichier)} : ${Math.ceil(statSync(fichier).size / 1000)} ko`);
}

async function toutPrendre(): Promise<void> {
  const etats = await preparerEtats(navigateur, poche);
  const voulus = etats.filter(({ nom }: Etat) => nom.includes(values.only));
  if (!values.only) rmSync(dossier, { recursive: true, force: true });
  mkdirSync(dossier, { recursive: true });
  const ratees = await photographier(navigateur, { dossier, etats: voulus });
  console.log(`${voulus.length} pages et états, dans ${path.relative(process.cwd(), dossier) || '.'}/.`);
  for (const ratee of ratees) console.error(`  RATÉE ${ratee}`);
  if (ratees.length > 0) process.exitCode = 1;
}
