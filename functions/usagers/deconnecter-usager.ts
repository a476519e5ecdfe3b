import { lambda } from '../platform/lambda.ts';
import { quitter } from '../platform/oidc.ts';
import { implement } from '../platform/perform.ts';
import { fermerSessionUsager } from '../platform/session.ouverture.ts';
import { cookiesEffaces } from '../platform/session.ts';
import { usagerActions } from './usager.actions.ts';
import { FRANCECONNECT } from './usager.franceconnect.ts';

/** Whatever the browser holds, even a session that is over, is forgotten. */
export const deconnecterUsager = implement(usagerActions.deconnecterUsager, async (_, contexte) => {
  const fermee = await fermerSessionUsager(contexte);
  return {
    // FranceConnect out of reach must not keep anyone signed in here.
    vers: fermee?.idToken ? await quitter(FRANCECONNECT, fermee.idToken, contexte).catch(() => '/') : '/',
    cookies: cookiesEffaces(),
  };
});

export const handler = lambda(deconnecterUsager);
