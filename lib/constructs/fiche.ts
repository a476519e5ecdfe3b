import path from 'node:path';
import { Architecture, Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { CommuneChargee } from '../communes.ts';
import { ecrireFiche } from '../fiche.ts';

/** The layer that every function of a commune finds below /opt: its file, and the fonts of its documents. */
export class Fiche extends LayerVersion {
  constructor(
    scope: Construct,
    id: string,
    { chargee, dossier }: { chargee: CommuneChargee; dossier: string },
  ) {
    const fiche = ecrireFiche(path.join(dossier, chargee.commune.slug), chargee);
    super(scope, id, {
      code: Code.fromAsset(path.dirname(fiche)),
      compatibleRuntimes: [Runtime.NODEJS_24_X],
      compatibleArchitectures: [Architecture.ARM_64],
      description: chargee.commune.nomComplet,
    });
  }
}
