import { serviceDe } from '../commune/commune.ts';
import { lambda } from '../platform/lambda.ts';
import { jourLocal } from '../platform/lettres.ts';
import { implement } from '../platform/perform.ts';
import { usagerDe } from '../platform/session.ts';
import { estSienne, verifierAcces } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';
import { rouvrableJusquau } from './reouverture.ts';
import { suiviDe } from './vue.ts';

export const suivreDemande = implement(
  demandeActions.suivreDemande,
  async ({ demande: reference }, { commune, demandeur, demarches, now, table }) => {
    const entiere = await demandeStore(table).getEntiere(reference);
    const demande = entiere.lue.valeur;
    verifierAcces(demandeur, demande);
    const demarche = demarches.find(({ id }) => id === demande.demarche.id);
    const session = usagerDe(demandeur);
    const aujourdhui = jourLocal(now.toISOString(), commune.fuseau);
    const jusquau = rouvrableJusquau(demande, commune.echanges, aujourdhui);
    return {
      ...suiviDe(entiere, {
        commune,
        demarche,
        service: serviceDe(commune, demande.service),
        aujourdhui,
      }),
      ...(jusquau && { rouvrableJusquau: jusquau }),
      rattachable: session.compte !== undefined && !estSienne(session, demande),
    };
  },
);

export const handler = lambda(suivreDemande);
