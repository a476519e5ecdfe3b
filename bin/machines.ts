// Writes docs/machines.md: each state machine, drawn from the file that is deployed.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { lireMachines, pageDesMachines } from '../lib/machines.ts';

const racine = path.resolve(import.meta.dirname, '..');
writeFileSync(path.join(racine, 'docs/machines.md'), pageDesMachines(lireMachines(racine)));
console.log('docs/machines.md est écrit.');
