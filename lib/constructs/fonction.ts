import path from 'node:path';
import { Duration, Tags } from 'aws-cdk-lib';
import { Architecture, Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Entree } from '../../functions/actions.ts';
import type { Socle } from '../socle.ts';

/** Memory is CPU on Lambda: a person waits for a route, nobody waits for the rest. */
const ROUTE = { memorySize: 1024, timeout: Duration.seconds(10) };
const FOND = { memorySize: 512, timeout: Duration.minutes(1) };
const RELANCE = { ...FOND, timeout: Duration.minutes(5) };
/** What goes through all that is open: the most that Lambda gives. */
const RONDE = { memorySize: 1024, timeout: Duration.minutes(15) };

const tailleDe = ({ route, sur }: Entree['contract']) => {
  if (route) return ROUTE;
  if (sur?.type === 'relance') return RELANCE;
  return sur?.type === 'horaire' ? RONDE : FOND;
};

/**
 * What the clock keeps for itself of the thousand executions of an account: a rush in one town takes what is left to all, and
 * stops no other town's deadline. A commune that is not in service reserves nothing: a new account has only ten.
 */
const RESERVES: Partial<Record<string, number>> = { machine: 5, horaire: 1, flux: 2, lecteur: 2 };
const reserveDe = ({ contract: { sur } }: Entree, { commune }: Socle) =>
  commune.deploiement.enService ? RESERVES[sur?.type ?? ''] : undefined;

/** One action of the manifest as one Lambda function, which may do what its contract says and nothing more. */
export class Fonction extends Lambda {
  readonly entree: Entree;

  constructor(scope: Construct, socle: Socle, entree: Entree) {
    const { nom, contract } = entree;
    const reserve = reserveDe(entree, socle);
    super(scope, nom, {
      ...tailleDe(contract),
      description: contract.resume,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(path.join(socle.paquets, nom)),
      handler: 'index.handler',
      layers: [socle.fiche],
      environment: environnement(socle),
      logGroup: socle.journal,
      role: socle.roles.de(entree, scope),
      ...(reserve && { reservedConcurrentExecutions: reserve }),
    });
    this.entree = entree;
    Tags.of(this).add('action', nom);
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
