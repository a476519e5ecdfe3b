import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Entree } from '../functions/actions.ts';
import type { Ressource } from '../functions/platform/action.ts';
import { accorderEcriture, accorderLecture } from './constructs/acces-depots.ts';
import type { Socle } from './socle.ts';

type Lieux = Omit<Socle, 'roles'>;

/** Gives a role what a contract says, and nothing more. */
export const accorder = (role: Role, { contract }: Entree, socle: Lieux): void => {
  socle.table.accorderLecture(role);
  if (contract.writes) socle.table.accorderEcriture(role);
  if (contract.limite) socle.table.accorderRetouche(role);
  for (const ressource of contract.ressources ?? []) droits[ressource](role, socle);
};

/** A new resource of the contracts does not compile until its right is written here. */
const droits: Record<Ressource, (role: Role, socle: Lieux) => void> = {
  'pieces:lire': (role, { depots }) => {
    accorderLecture(depots.pieces, role);
  },
  'pieces:ecrire': (role, { depots }) => {
    accorderEcriture(depots.pieces, role);
  },
  'courriels:lire': (role, { depots }) => {
    accorderLecture(depots.courriels, role);
  },
  'courriels:envoyer': (role, { courrier }) => courrier.accorderEnvoi(role),
  'sms:envoyer': (role, { textos }) => textos.accorderEnvoi(role),
  'secret:proconnect': (role, { secrets }) =>
    role.addToPrincipalPolicy(lireParametre(role, secrets.proconnect)),
  'secret:franceconnect': (role, { commune, secrets }) => {
    if (commune.connexion.franceconnect)
      role.addToPrincipalPolicy(lireParametre(role, secrets.franceconnect));
  },
  'secret:attestations': (role, { secrets }) =>
    role.addToPrincipalPolicy(lireParametre(role, secrets.attestations)),
  'table:retoucher': (role, { table }) => table.accorderRetouche(role),
  // The state machine calls functions, so it is made after them: Veilles gives this right.
  'horloges:armer': () => undefined,
  'horloges:lister': () => undefined,
  // So are the consumers, and what may have failed: constructs/flux.ts and relance.ts give these.
  'flux:remettre': () => undefined,
  'perdus:relancer': () => undefined,
};

/** SSM deciphers with alias/aws/ssm, whose policy already lets the account's principals through SSM. */
const lireParametre = (role: Role, nom: string): PolicyStatement =>
  new PolicyStatement({
    actions: ['ssm:GetParameter'],
    resources: [
      Stack.of(role).formatArn({ service: 'ssm', resource: 'parameter', resourceName: nom.slice(1) }),
    ],
  });
