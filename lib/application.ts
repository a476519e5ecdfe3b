import { Annotations, type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { CommuneStack, type Construit } from './commune-stack.ts';
import { aConfirmer, type CommuneChargee } from './communes.ts';
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
    const pile = new CommuneStack(app, noms.commune, {
      env: { region: texte(app, 'region') ?? REGION },
      chargee,
      construit,
      certificat: texte(app, `certificat:${slug}`),
      ...(pareFeu && { pareFeu: pareFeu.arn, crossRegionReferences: true }),
    });
    avertir(pile, chargee);
    return pile;
  });
};

/** `cdk synth` prints it: what the law leaves to the commune is not ours to settle. */
const avertir = (pile: CommuneStack, chargee: CommuneChargee): void => {
  const points = aConfirmer(chargee);
  if (points.length === 0) return;
  const liste = points.map((point) => `\n  - ${point}`).join('');
  Annotations.of(pile).addWarningV2(
    'parvis:a-confirmer',
    `${chargee.commune.nomComplet} : ${points.length} point(s) à confirmer dans ses démarches, aussi sur /agents/demarches.${liste}`,
  );
};

const texte = (app: App, cle: string): string | undefined => {
  const valeur: unknown = app.node.tryGetContext(cle);
  return typeof valeur === 'string' && valeur ? valeur : undefined;
};
