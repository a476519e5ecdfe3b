import { lambda } from '../platform/lambda.ts';
import { revenir } from '../platform/oidc.ts';
import { implement } from '../platform/perform.ts';
import { cookie } from '../platform/session.ts';
import { idDeCompte, ouvrirCompte } from './compte.ouverture.ts';
import { compteStore } from './compte.store.ts';
import { usagerActions } from './usager.actions.ts';
import { etatCivilDe, FRANCECONNECT, nomsDe } from './usager.franceconnect.ts';

export const accueillirUsager = implement(usagerActions.accueillirUsager, async (parametres, contexte) => {
  const { identite, sub, idToken, vers } = await revenir(FRANCECONNECT, parametres, contexte);
  const id = idDeCompte('franceconnect', sub);
  const connu = await compteStore(contexte.table, contexte.now).get(id);
  const compte = {
    id,
    moyen: 'franceconnect' as const,
    ...etatCivilDe(identite),
    contacts: connu?.contacts ?? [],
  };
  const { cookies } = await ouvrirCompte(compte, { noms: nomsDe(identite), idToken }, contexte);
  return { vers, cookies: [...cookies, cookie('depart', '', 0)] };
});

export const handler = lambda(accueillirUsager);
