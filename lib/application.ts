import { Annotations, type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { CommuneStack, type Construit } from './commune-stack.ts';
import { aConfirmer, type CommuneChargee } from './communes.ts';
import { CompteStack } from './compte-stack.ts';
import { PareFeuStack } from './pare-feu-stack.ts';
import { pileDuCompte, pilesDe } from './piles.ts';

/** One stack for each commune, one more for a commune that wants a firewall, and one for each region that they share. */
export const deployer = (
  app: App,
  communes: readonly CommuneChargee[],
  construit: Construit,
): CommuneStack[] => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const comptes = comptesDe(app, communes);
  return communes.map((chargee) => {
    const { slug, options, deploiement } = chargee.commune;
    const noms = pilesDe(slug);
    const pareFeu = options.pareFeu
      ? new PareFeuStack(app, noms.pareFeu, { env: { region: 'us-east-1' }, crossRegionReferences: true })
      : undefined;
    const pile = new CommuneStack(app, noms.commune, {
      env: { region: deploiement.region },
      chargee,
      construit,
      ...(pareFeu && { pareFeu: pareFeu.arn, crossRegionReferences: true }),
    });
    const compte = comptes.get(deploiement.region);
    if (compte) pile.addStackDependency(compte, 'Les en-têtes de sécurité sont ceux du compte.');
    avertir(pile, chargee);
    return pile;
  });
};

const comptesDe = (app: App, communes: readonly CommuneChargee[]): Map<string, CompteStack> => {
  const regions = new Set(communes.map(({ commune }) => commune.deploiement.region));
  return new Map(
    [...regions].map((region) => [region, new CompteStack(app, pileDuCompte(region), { env: { region } })]),
  );
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
