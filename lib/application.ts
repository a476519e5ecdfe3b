import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { CommuneStack, type Construit } from './commune-stack.ts';
import type { CommuneChargee } from './communes.ts';
import { PareFeuStack } from './pare-feu-stack.ts';
import { pilesDe } from './piles.ts';

/** Paris. A commune whose SES cannot receive there takes another region: `--context region=eu-west-1`. */
const REGION = 'eu-west-3';

/** One stack for each commune, and one more for a commune that wants a firewall. */
export const deployer = (
  app: App,
  communes: readonly CommuneChargee[],
  construit: Construit,
): CommuneStack[] => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return communes.map((chargee) => {
    const { slug, options } = chargee.commune;
    const noms = pilesDe(slug);
    const pareFeu = options.pareFeu
      ? new PareFeuStack(app, noms.pareFeu, { env: { region: 'us-east-1' }, crossRegionReferences: true })
      : undefined;
    return new CommuneStack(app, noms.commune, {
      env: { region: texte(app, 'region') ?? REGION },
      chargee,
      construit,
      certificat: texte(app, `certificat:${slug}`),
      ...(pareFeu && { pareFeu: pareFeu.arn, crossRegionReferences: true }),
    });
  });
};

const texte = (app: App, cle: string): string | undefined => {
  const valeur: unknown = app.node.tryGetContext(cle);
  return typeof valeur === 'string' && valeur ? valeur : undefined;
};
