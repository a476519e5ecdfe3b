// `npm test` and `npm run check`: everything that the house checks, in one run, as it runs elsewhere.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const racine = path.resolve(import.meta.dirname, '..');
const paquet = (chemin: string): string => path.join(racine, 'node_modules', chemin);
const noeud = (...arguments_: string[]): [string, string[]] => [process.execPath, arguments_];

/** Each check: what it proves, and the command that proves it. */
const verifications: [string, [string, string[]]][] = [
  ['Types', noeud(paquet('typescript/bin/tsc'), '-p', '.')],
  ['Style (Biome)', noeud(paquet('@biomejs/biome/bin/biome'), 'check', '--diagnostic-level=error', '.')],
  ['Pièces et portes de la maison (dependency-cruiser)', noeud('bin/dependances.ts')],
  ['Rien d’inutile (knip)', noeud(paquet('knip/bin/knip.js'), '--no-progress')],
  ['Sites web (Vite)', noeud(paquet('vite/bin/vite.js'), 'build', '--logLevel', 'warn')],
  ['Tests', noeud(paquet('vitest/vitest.mjs'), 'run', ...process.argv.slice(2))],
];

const ratees = verifications.filter(([nom, [commande, arguments_]]) => {
  const debut = performance.now();
  console.log(`\n— ${nom}`);
  const { status, signal } = spawnSync(commande, arguments_, { cwd: racine, stdio: 'inherit' });
  const secondes = ((performance.now() - debut) / 1000).toFixed(1);
  console.log(
    status === 0 ? `  bon (${secondes} s)` : `  RATÉ (${secondes} s, ${signal ?? `code ${status}`})`,
  );
  return status !== 0;
});

console.log(`\n${verifications.length - ratees.length} passed, ${ratees.length} failed`);
if (ratees.length > 0) {
  console.error(`À reprendre : ${ratees.map(([nom]) => nom).join(', ')}.`);
  process.exit(1);
}
