import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { nomDe } from '../usagers/usager.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { accueillirMot } from './demande.mot.ts';
import { demandeStore } from './demande.store.ts';
import type { Message } from './message.ts';

export const ecrireMairie = implement(
  demandeActions.ecrireMairie,
  async ({ demande: reference, texte }, contexte) => {
    const { demandeur, now, table } = contexte;
    const lue = await demandeStore(table).get(reference);
    verifierAcces(demandeur, lue.valeur);
    const message: Message = {
      id: identifiant(),
      le: now.toISOString(),
      par: { qui: 'usager', nom: nomDe(lue.valeur.usager) },
      canal: 'web',
      texte,
    };
    accueillirMot(lue, { message, accuser: true }, contexte);
    return message;
  },
);

export const handler = lambda(ecrireMairie);
