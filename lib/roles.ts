import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Entree } from '../functions/actions.ts';
import { accorder } from './droits.ts';
import type { Socle } from './socle.ts';

/**
 * The roles of a commune's functions: one for all those that may do exactly the same, for an account holds a thousand and a
 * role for each action would stop at the fifteenth commune. What is not a route has its own: what wakes it adds to it.
 */
export class Roles extends Construct {
  readonly #socle: Omit<Socle, 'roles'>;
  readonly #communs = new Map<string, Role>();

  constructor(scope: Construct, id: string, socle: Omit<Socle, 'roles'>) {
    super(scope, id);
    this.#socle = socle;
  }

  /** The role of an action; `chez` is where its own is made, when it has one. */
  de(entree: Entree, chez: Construct): Role {
    if (!entree.contract.route) return this.#nouveau(chez, `${entree.nom}Role`, entree);
    const droits = droitsDe(entree, this.#socle);
    const role = this.#communs.get(droits) ?? this.#nouveau(this, droits, entree);
    this.#communs.set(droits, role);
    return role;
  }

  #nouveau(chez: Construct, id: string, entree: Entree): Role {
    const role = new Role(chez, id, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.#socle.journal.grantWrite(role);
    accorder(role, entree, this.#socle);
    return role;
  }
}

/** What the contract of a route grants, as a name: two of the same name may do the same. */
const droitsDe = (
  { contract: { writes, limite, ressources = [] } }: Entree,
  { commune }: Pick<Socle, 'commune'>,
): string =>
  [
    'lire',
    ...(writes ? ['ecrire'] : []),
    ...(limite || ressources.includes('table:retoucher') ? ['retoucher'] : []),
    ...ressources
      .filter((une) => une !== 'table:retoucher')
      .filter((une) => une !== 'secret:franceconnect' || commune.connexion.franceconnect)
      .toSorted(),
  ]
    .join('-')
    .replaceAll(':', '-');
