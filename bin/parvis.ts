import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { manifeste } from '../functions/actions.ts';
import { deployer } from '../lib/application.ts';
import { lireCommunes } from '../lib/communes.ts';
import { construireWeb } from '../lib/construire-web.ts';
import { empaqueter } from '../lib/empaqueter.ts';

const RACINE = path.resolve(import.meta.dirname, '..');
const dist = (dossier: string) => path.join(RACINE, 'dist', dossier);

try {
  const communes = lireCommunes(RACINE);
  await empaqueter(manifeste, dist('functions'));
  const app = new App();
  deployer(app, communes, { paquets: dist('functions'), web: await construireWeb(), fiches: dist('fiches') });
  app.synth();
} catch (erreur) {
  console.error(erreur instanceof Error ? erreur.message : erreur);
  process.exitCode = 1;
}
