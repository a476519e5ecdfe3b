import { lambda } from '../platform/lambda.ts';
import { partir } from '../platform/oidc.ts';
import { implement } from '../platform/perform.ts';
import { cookie, DUREES } from '../platform/session.ts';
import { usagerActions } from './usager.actions.ts';
import { FRANCECONNECT } from './usager.franceconnect.ts';

export const connecterUsager = implement(usagerActions.connecterUsager, async ({ vers }, contexte) => {
  const { state, adresse } = await partir(FRANCECONNECT, vers ?? '/mes-demandes', contexte);
  return { vers: adresse, cookies: [cookie('depart', state, DUREES.depart)] };
});

export const handler = lambda(connecterUsager);
