import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import type { Commune } from '../../functions/commune/commune.ts';
import { enTete, injecter, ROBOTS_TXT, SECURITY_TXT, securityTxt, themeCss } from '../fronts.ts';
import { reconnaitreCopieur } from './copieur.ts';
import { journal } from './journaux.ts';

/** Where the build puts the files that carry their own hash: they never change. */
const EMPREINTES = 'assets';

/** Puts the built fronts in the commune's bucket: its identity in each page, its colours in theme.css. */
export const deposerPages = (
  scope: Construct,
  { site, web, commune, politique }: { site: Bucket; web: string; commune: Commune; politique: string },
): void => {
  const pages = globSync('**/*.html', { cwd: web });
  if (pages.length === 0) throw new Error(`Aucune page dans ${web} : construisez d’abord les fronts.`);
  const logGroup = journal(scope, 'JournalDesPages', `/parvis/${commune.slug}/pages`);
  // Old files stay: a page opened before a deployment still asks for them.
  const commun = { destinationBucket: site, prune: false, memoryLimit: 512, logGroup };
  const empreintes = new BucketDeployment(scope, 'Empreintes', {
    ...commun,
    sources: [Source.asset(path.join(web, EMPREINTES))],
    destinationKeyPrefix: EMPREINTES,
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
  });
  const accueil = new BucketDeployment(scope, 'Accueil', {
    ...commun,
    sources: [
      Source.asset(web, { exclude: [EMPREINTES, 'theme.css', ...pages] }),
      ...pages.map((page) =>
        Source.data(page, enTete(injecter(readFileSync(path.join(web, page), 'utf8'), commune), politique)),
      ),
      Source.data('theme.css', themeCss(commune)),
      Source.data('robots.txt', ROBOTS_TXT),
      Source.data(SECURITY_TXT.slice(1), securityTxt(commune, new Date())),
    ],
    cacheControl: [CacheControl.fromString('no-cache')],
  });
  // A page must not arrive before the files it asks for.
  accueil.node.addDependency(empreintes);
  reconnaitreCopieur(scope, site);
};
