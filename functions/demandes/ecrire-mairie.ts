import { serviceDe } from '../commune/commune.ts';
import { envoiStore } from '../envois/envoi.store.ts';
import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { nomDe } from '../usagers/usager.ts';
import { demandeActions } from './demande.actions.ts';
import { ajouterMessage } from './demande.fil.ts';
import { aAgent, aUsager, lettreDeMessageRecu, lettreDeNouvelle } from './lettres.ts';

export const ecrireMairie = implement(demandeActions.ecrireMairie, async ({ demande, texte }, contexte) => {
  const { demande: lue, message } = await ajouterMessage(
    demande,
    { texte, signe: ({ usager }) => ({ qui: 'usager', nom: nomDe(usager) }) },
    contexte,
  );
  const arrivee = { le: message.le, service: serviceDe(contexte.commune, lue.service) };
  for (const envoi of aUsager(lue, lettreDeMessageRecu(lue, arrivee), identifiant))
    envoiStore(contexte.table).add(envoi);
  if (lue.agent) {
    const nouvelle = lettreDeNouvelle(lue, 'Un message est arrivé', contexte.origines[0]);
    envoiStore(contexte.table).add(aAgent(lue, { ...nouvelle, a: lue.agent.id }, identifiant()));
  }
  return message;
});

export const handler = lambda(ecrireMairie);
