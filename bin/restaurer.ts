// `npm run restaurer`: puts back what a table or a bucket held (docs/runbook.md).
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { remettreFichiers } from './restauration/fichiers.ts';
import { copierTable } from './restauration/table.ts';

const AIDE = `Remettre une table, ou une partie, d’après celle qu’AWS a restaurée :
  npm run restaurer -- --de <table restaurée> --vers <table> [--partition DEMANDE#<référence>] [--manquants] [--sans-promesses]
Remettre les fichiers d’un dépôt comme ils étaient :
  npm run restaurer -- --seau <dépôt> --instant 2027-01-31T08:00:00+01:00 [--prefixe <début du nom>]`;

const { values } = parseArgs({
  options: {
    de: { type: 'string' },
    vers: { type: 'string' },
    partition: { type: 'string' },
    manquants: { type: 'boolean', default: false },
    'sans-promesses': { type: 'boolean', default: false },
    seau: { type: 'string' },
    instant: { type: 'string', default: '' },
    prefixe: { type: 'string' },
  },
});
const { de, vers, seau, partition, prefixe, manquants } = values;
const instant = new Date(values.instant);

if (de && vers && de !== vers) {
  const debut = performance.now();
  const { remis, laisses } = await copierTable({
    client: new DynamoDBClient({}),
    de,
    vers,
    partition,
    manquants,
    sansPromesses: values['sans-promesses'],
    dire: (objets) => process.stderr.write(`\r${objets} objet(s) remis`),
  });
  const secondes = Math.round((performance.now() - debut) / 1000);
  console.log(`\n${remis} objet(s) remis en ${secondes} s, ${laisses} laissé(s) comme ils sont.`);
} else if (seau && !Number.isNaN(instant.getTime())) {
  const { remis } = await remettreFichiers({ client: new S3Client({}), seau, instant, prefixe });
  for (const cle of remis) console.log(cle);
  console.log(`${remis.length} fichier(s) remis.`);
} else {
  console.error(AIDE);
  process.exitCode = 2;
}
