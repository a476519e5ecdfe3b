// `npm run preparer`: what an account needs before `cdk deploy`, done when it can be, said when it cannot.
import path from 'node:path';
import { SESClient } from '@aws-sdk/client-ses';
import { SSMClient } from '@aws-sdk/client-ssm';
import { lireCommunes } from '../lib/communes.ts';
import { preparerJeu } from './preparation/jeu-de-regles.ts';
import { parametresManquants } from './preparation/parametres.ts';

const communes = lireCommunes(path.resolve(import.meta.dirname, '..')).map(({ commune }) => commune);
const parRegion = Map.groupBy(communes, ({ deploiement }) => deploiement.region);

for (const [region, siennes] of parRegion)
  try {
    const fait = await preparerJeu(new SESClient({ region }));
    console.log(
      `${region} : les règles de réception du courrier ${fait === 'deja' ? 'étaient en place' : 'sont en place'}.`,
    );
    for (const commune of siennes)
      for (const nom of await parametresManquants(new SSMClient({ region }), commune)) {
        console.error(`${commune.nomComplet} : il manque le paramètre ${nom} (docs/runbook.md).`);
        process.exitCode = 1;
      }
  } catch (erreur) {
    console.error(`${region} : ${erreur instanceof Error ? erreur.message : erreur}`);
    process.exitCode = 1;
  }
