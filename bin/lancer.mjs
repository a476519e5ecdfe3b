// Runs a program of the house with the Node that the lock pins, installing it first when it is missing.
// Plain JavaScript without dependency: this file must run on an older Node, in an empty checkout.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const racine = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(racine, 'node_modules');
const marque = path.join(modules, '.parvis-lock');
const windows = process.platform === 'win32';

const empreinte = () =>
  createHash('sha256')
    .update(readFileSync(path.join(racine, 'package-lock.json')))
    .digest('hex');
const aJour = () => {
  if (existsSync(marque)) return readFileSync(marque, 'utf8') === empreinte();
  // Installed by hand: npm writes its own copy of the lock when it has finished.
  const copie = path.join(modules, '.package-lock.json');
  const fait =
    existsSync(copie) && statSync(copie).mtimeMs >= statSync(path.join(racine, 'package-lock.json')).mtimeMs;
  if (fait) writeFileSync(marque, empreinte());
  return fait;
};

const installer = () => {
  console.log('Parvis installe ce dont il a besoin (une à deux minutes, une seule fois).\n');
  // Through a shell on Windows only, where npm is a script.
  const { status } = spawnSync('npm', ['ci', '--loglevel=error', '--progress=true'], {
    cwd: racine,
    stdio: 'inherit',
    shell: windows,
  });
  if (status !== 0) {
    console.error(
      '\nL’installation n’a pas abouti. Vérifiez la connexion au réseau, puis relancez la même commande.',
    );
    process.exit(status ?? 1);
  }
  writeFileSync(marque, empreinte());
};

const noeud = () => {
  const chemin = path.join(modules, '.bin', windows ? 'node.cmd' : 'node');
  if (existsSync(chemin)) return chemin;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(
    `Parvis demande Node 24, et aucun paquet npm ne le fournit pour cette machine (${process.platform}-${process.arch}). Installez Node 24 puis relancez la même commande.`,
  );
  return process.exit(1);
};

const [programme, ...reste] = process.argv.slice(2);
if (!programme) {
  console.error('Usage : node bin/lancer.mjs <programme> [arguments]');
  process.exit(2);
}
if (!aJour()) installer();

const enfant = spawn(noeud(), [path.resolve(racine, programme), ...reste], {
  // The ipc channel closes when this launcher dies, even killed: the program then stops by itself.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  shell: false,
  env: { ...process.env, PATH: `${path.join(modules, '.bin')}${path.delimiter}${process.env.PATH ?? ''}` },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => enfant.kill(signal));
enfant.on('error', (erreur) => {
  console.error(`Le programme n’a pas pu démarrer : ${erreur.message}`);
  process.exit(1);
});
enfant.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
