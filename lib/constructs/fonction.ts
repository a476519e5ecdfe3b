import path from 'node:path';
import { Duration, RemovalPolicy, Tags } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Entree } from '../../functions/actions.ts';
import { accorder } from '../droits.ts';
import type { Socle } from '../socle.ts';
import { GARDE_DES_JOURNAUX } from './journaux.ts';

/** Memory is CPU on Lambda: a person waits for a route, nobody waits for the rest. */
const ROUTE = { memorySize: 1024, timeout: Duration.seconds(10) };
const FOND = { memorySize: 512, timeout: Duration.minutes(1) };

/** One action of the manifest as one Lambda function, which may do what its contract says and nothing more. */
export class Fonction extends Lambda {
  readonly entree: Entree;

  constructor(scope: Construct, socle: Socle, entree: Entree) {
    const { nom, contract } = entree;
    const role = new Role(scope, `${nom}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const journal = new LogGroup(scope, `${nom}Journal`, {
      retention: GARDE_DES_JOURNAUX,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    super(scope, nom, {
      ...(contract.route ? ROUTE : FOND),
      description: contract.resume,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(path.join(socle.paquets, nom)),
      handler: 'index.handler',
      layers: [socle.fiche],
      environment: environnement(socle),
      logGroup: journal,
      role,
    });
    this.entree = entree;
    Tags.of(this).add('action', nom);
    journal.grantWrite(role);
    accorder(this, entree, socle);
  }
}

const environnement = ({ commune, table, depots, courrier, adresse, secrets, mot }: Socle) => ({
  TABLE: table.tableName,
  PIECES: depots.pieces.bucketName,
  COURRIELS: depots.courriels.bucketName,
  COMMUNE: '/opt/commune.json',
  ADRESSE: adresse,
  BORD: mot,
  LIMITES: '1',
  SES_CONFIGURATION: courrier.reglage.configurationSetName,
  PROCONNECT_EMETTEUR: commune.connexion.proconnect.emetteur,
  PROCONNECT_SECRET: secrets.proconnect,
  ATTESTATIONS_SECRET: secrets.attestations,
  ...(commune.connexion.franceconnect && {
    FRANCECONNECT_EMETTEUR: commune.connexion.franceconnect.emetteur,
    FRANCECONNECT_SECRET: secrets.franceconnect,
  }),
  NODE_OPTIONS: '--enable-source-maps',
});
