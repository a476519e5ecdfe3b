import { lambda } from '../platform/lambda.ts';
import { quitter } from '../platform/oidc.ts';
import { implement } from '../platform/perform.ts';
import { sessionStore } from '../platform/session.store.ts';
import { cookiesUsager, usagerDe } from '../platform/session.ts';
import { usagerActions } from './usager.actions.ts';
import { FRANCECONNECT } from './usager.franceconnect.ts';

export const deconnecterUsager = implement(usagerActions.deconnecterUsager, async (_, contexte) => {
  const { demandeur, jetons, now, table } = contexte;
  const { idToken } = usagerDe(demandeur);
  if (jetons.usager) sessionStore(table, now).remove(jetons.usager);
  return {
    // FranceConnect out of reach must not keep anyone signed in here.
    vers: idToken ? await quitter(FRANCECONNECT, idToken, contexte).catch(() => '/') : '/',
    cookies: cookiesUsager(''),
  };
});

export const handler = lambda(deconnecterUsager);
