import type { LayerVersion } from 'aws-cdk-lib/aws-lambda';
import type { Commune } from '../functions/commune/commune.ts';
import type { Api } from './constructs/api.ts';
import type { Courrier } from './constructs/courrier.ts';
import type { Depots } from './constructs/depots.ts';
import type { TableCommune } from './constructs/table.ts';
import type { Textos } from './constructs/textos.ts';

/** What every function of a commune stands on. */
export type Socle = {
  commune: Commune;
  /** Where the site lives: `https://<domaine>`. */
  adresse: string;
  /** Names of the SSM parameters that hold the secrets of the identity providers, and the key that signs attestations. */
  secrets: { proconnect: string; franceconnect: string; attestations: string };
  /** What the CDN says to be believed when it gives the address of a visitor: only the stack knows it. */
  mot: string;
  /** The layer that holds the commune's file. */
  fiche: LayerVersion;
  /** The folder of the bundled actions. */
  paquets: string;
  table: TableCommune;
  depots: Depots;
  courrier: Courrier;
  textos: Textos;
  api: Api;
};
