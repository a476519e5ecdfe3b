import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Entree } from '../functions/actions.ts';
import type { Ressource } from '../functions/platform/action.ts';
import { accorderEcriture, accorderLecture } from './constructs/acces-depots.ts';
import type { Socle } from './socle.ts';

/** Gives a function what its contract says, and nothing more. */
export const accorder = (fonction: Lambda, { contract }: Entree, socle: Socle): void => {
  socle.table.accorderLecture(fonction);
  if (contract.writes) socle.table.accorderEcriture(fonction);
  if (contract.limite) socle.table.accorderRetouche(fonction);
  for (const ressource of contract.ressources ?? []) droits[ressource](fonction, socle);
};

/** A new resource of the contracts does not compile until its right is written here. */
const droits: Record<Ressource, (fonction: Lambda, socle: Socle) => void> = {
  'pieces:lire': (fonction, { depots }) => {
    accorderLecture(depots.pieces, fonction);
  },
  'pieces:ecrire': (fonction, { depots }) => {
    accorderEcriture(depots.pieces, fonction);
  },
  'courriels:lire': (fonction, { depots }) => {
    accorderLecture(depots.courriels, fonction);
  },
  'courriels:envoyer': (fonction, { courrier }) => courrier.accorderEnvoi(fonction),
  'sms:envoyer': (fonction, { textos }) => textos.accorderEnvoi(fonction),
  'secret:proconnect': (fonction, { secrets }) =>
    fonction.addToRolePolicy(lireParametre(fonction, secrets.proconnect)),
  'secret:franceconnect': (fonction, { commune, secrets }) => {
    if (commune.connexion.franceconnect)
      fonction.addToRolePolicy(lireParametre(fonction, secrets.franceconnect));
  },
  'secret:attestations': (fonction, { secrets }) =>
    fonction.addToRolePolicy(lireParametre(fonction, secrets.attestations)),
  'table:retoucher': (fonction, { table }) => table.accorderRetouche(fonction),
  // The state machine calls functions, so it is made after them: Veilles gives this right.
  'horloges:armer': () => undefined,
  // So are the consumers: constructs/flux.ts gives this one.
  'flux:remettre': () => undefined,
};

/** SSM deciphers with alias/aws/ssm, whose policy already lets the account's principals through SSM. */
const lireParametre = (fonction: Lambda, nom: string): PolicyStatement =>
  new PolicyStatement({
    actions: ['ssm:GetParameter'],
    resources: [
      Stack.of(fonction).formatArn({ service: 'ssm', resource: 'parameter', resourceName: nom.slice(1) }),
    ],
  });
