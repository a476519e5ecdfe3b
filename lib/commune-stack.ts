import path from 'node:path';
import { CfnOutput, RemovalPolicy, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { type Entree, manifeste } from '../functions/actions.ts';
import { CapaciteStack } from './capacite-stack.ts';
import type { CommuneChargee } from './communes.ts';
import { Alertes } from './constructs/alertes.ts';
import { Api } from './constructs/api.ts';
import { Courrier } from './constructs/courrier.ts';
import { Depots } from './constructs/depots.ts';
import { Fiche } from './constructs/fiche.ts';
import { brancherFlux } from './constructs/flux.ts';
import { Fronts } from './constructs/fronts.ts';
import { journal } from './constructs/journaux.ts';
import { poserRelance } from './constructs/relance.ts';
import { TableCommune } from './constructs/table.ts';
import { Textos } from './constructs/textos.ts';
import { poserVeilles } from './constructs/veilles.ts';
import { Roles } from './roles.ts';
import type { Socle } from './socle.ts';

/** What the build made for all communes: the bundled actions, the fronts, and where to write each commune's file. */
export type Construit = { paquets: string; web: string; fiches: string };

type Props = StackProps & {
  chargee: CommuneChargee;
  construit: Construit;
  pareFeu?: string | undefined;
};

/** All that one commune has on AWS. Nothing here belongs to another commune. */
export class CommuneStack extends Stack {
  constructor(scope: Construct, id: string, { chargee, construit, pareFeu, ...props }: Props) {
    super(scope, id, {
      // A first deployment that fails leaves a stack that can only be deleted.
      terminationProtection: chargee.commune.deploiement.enService,
      description: `Parvis : ${chargee.commune.nomComplet}`,
      ...props,
    });
    const { commune } = chargee;
    // The runbook finds things by it, and AWS bills by it.
    Tags.of(this).add('commune', commune.slug);
    const socle = this.#socle(chargee, construit);
    const alertes = new Alertes(this, 'Alertes', { commune, chiffrement: socle.chiffrement });
    const perdusDe = (entree: Entree) => alertes.perdusDe(entree);
    const capacites = [...parCapacite(manifeste)].map(
      ([capacite, entrees]) => new CapaciteStack(this, capacite, { socle, entrees, perdusDe }),
    );
    const fonctions = capacites.flatMap((capacite) => capacite.fonctions);
    const { lecteur, envois } = brancherFlux(fonctions, { ...socle, perdusDe });
    alertes.veillerFlux(lecteur);
    poserRelance(fonctions, { socle, perdus: alertes.perdus, envois });
    socle.api.borner(routesDuSite(manifeste), capacites);
    for (const machine of poserVeilles(fonctions)) alertes.veillerMachine(machine);
    alertes.veillerPages(socle.api);
    new Fronts(this, 'Fronts', { socle, web: construit.web, pareFeu });
    new CfnOutput(this, 'NomDeLaTable', { value: socle.table.tableName });
  }

  #socle(chargee: CommuneChargee, { paquets, fiches }: Construit): Socle {
    const { commune } = chargee;
    const adresse = `https://${commune.domaine}`;
    const chiffrement = commune.options.cleDeChiffrement
      ? new Key(this, 'Cle', {
          enableKeyRotation: true,
          description: commune.nomComplet,
          removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        })
      : undefined;
    const lieux = {
      commune,
      adresse,
      chiffrement,
      paquets,
      secrets: {
        proconnect: `/parvis/${commune.slug}/proconnect`,
        franceconnect: `/parvis/${commune.slug}/franceconnect`,
        attestations: `/parvis/${commune.slug}/attestations`,
      },
      mot: StringParameter.valueForStringParameter(this, `/parvis/${commune.slug}/front`),
      fiche: new Fiche(this, 'Fiche', { chargee, dossier: fiches }),
      table: new TableCommune(this, 'Table', { chiffrement, protegee: commune.deploiement.enService }),
      depots: new Depots(this, 'Depots', { adresse, chiffrement }),
      courrier: new Courrier(this, 'Courrier', { domaine: commune.domaine, chiffrement }),
      textos: new Textos(this, 'Textos', chiffrement),
      api: new Api(this, 'Api', commune.slug),
      journal: journal(this, 'Journal', `/parvis/${commune.slug}/actions`),
    };
    return { ...lieux, roles: new Roles(this, 'Roles', lieux) };
  }
}

/** The routes that are not for agents alone, as API Gateway names them. */
const routesDuSite = (entrees: readonly Entree[]): string[] =>
  entrees.flatMap(({ contract: { par, route } }) =>
    route && par.some((profil) => profil === 'public' || profil === 'usager')
      ? [route.replace(' ', ' /api')]
      : [],
  );

/** The manifest's actions by the folder that holds them. */
const parCapacite = (entrees: readonly Entree[]): Map<string, Entree[]> =>
  Map.groupBy(entrees, ({ fichier }) => path.basename(path.dirname(fichier)));
