// The pocket cloud over the small functions of the tests, to be killed and started again.
import path from 'node:path';
import { manifeste } from '../../../functions/actions.ts';
import { demarrer } from '../../../local/demarrer.ts';
import { fichierDe } from '../fichiers.ts';

const [donnees = '', racine = ''] = process.argv.slice(2);
const functions = {
  racine: path.resolve(import.meta.dirname, '../fonctions'),
  entrees: manifeste
    .filter(({ nom }) => nom !== 'armerHorloge' && nom !== 'oublierPieces')
    .map((entree) => ({ ...entree, fichier: fichierDe(entree.nom) })),
};
const { port, smtpPort } = await demarrer({ port: 0, smtpPort: 0, donnees, racine, functions });
process.stdout.write(`${JSON.stringify({ port, smtpPort })}\n`);
process.on('disconnect', () => process.exit(0));
