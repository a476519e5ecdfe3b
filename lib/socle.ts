import type { Key } from 'aws-cdk-lib/aws-kms';
import type { LayerVersion } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Commune } from '../functions/commune/commune.ts';
import type { Api } from './constructs/api.ts';
import type { Courrier } from './constructs/courrier.ts';
import type { Depots } from './constructs/depots.ts';
import type { TableCommune } from './constructs/table.ts';
import type { Textos } from './constructs/textos.ts';
import type { Roles } from './roles.ts';

/** What every function of a commune stands on. */
export type Socle = {
  commune: Commune;
  /** Where the site lives: `https://<domaine>`. */
  adresse: string;
  /** Names of the SSM parameters that hold the secrets of the identity providers, and the key that signs attestations. */
  secrets: { proconnect: string; franceconnect: string; attestations: string };
  /** What the CDN says to be let in, and believed when it gives the address of a visitor: words that the operator drew. */
  mot: string;
  /** The commune's own key, when it asked for one. */
  chiffrement: Key | undefined;
  /** The layer that holds the commune's file. */
  fiche: LayerVersion;
  /** The folder of the bundled actions. */
  paquets: string;
  table: TableCommune;
  depots: Depots;
  courrier: Courrier;
  textos: Textos;
  api: Api;
  /** What all the functions write: one group, so that one question finds a demande everywhere. */
  journal: LogGroup;
  roles: Roles;
};
