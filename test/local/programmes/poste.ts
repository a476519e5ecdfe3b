// The pocket cloud over the small functions of the tests, to be killed and started again.
import path from 'node:path';
import { manifeste } from '../../../functions/actions.ts';
import { demarrer } from '../../../local/demarrer.ts';

const [donnees = '', racine = ''] = process.argv.slice(2);
const functions = {
  racine: path.resolve(import.meta.dirname, '../fonctions'),
  entrees: manifeste.filter(({ nom }) => nom !== 'armerHorloge' && nom !== 'oublierPieces').map((entree) => ({ ...entree, fichier: `${entree.nom}.ts` })),
};
const { port, smtpPort } = await demarrer({ port: 0, smtpPort: 0, donnees, racine, functions });
console.log(JSON.stringify({ port, smtpPort }));
process.on('disconnect', () => process.exit(0));
