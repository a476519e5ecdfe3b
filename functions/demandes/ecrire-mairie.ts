import { type Commune, serviceDe } from '../commune/commune.ts';
import type { Promesse } from '../envois/envoi.ts';
import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { nomDe } from '../usagers/usager.ts';
import { demandeActions } from './demande.actions.ts';
import { ajouterMessage } from './demande.fil.ts';
import type { Demande } from './demande.ts';
import { aAgent, aUsager, lettreDeMessageRecu, lettreDeNouvelle } from './lettres.ts';

export const ecrireMairie = implement(demandeActions.ecrireMairie, async ({ demande, texte }, contexte) =>
  ajouterMessage(
    demande,
    {
      texte,
      signe: ({ usager }) => ({ qui: 'usager', nom: nomDe(usager) }),
      promettre: (lue, { le }) => [
        ...accuserMessage(lue, le, contexte.commune),
        ...prevenirAgent(lue, contexte.origines[0]),
      ],
    },
    contexte,
  ),
);

const accuserMessage = (demande: Demande, le: string, commune: Commune): Promesse[] =>
  aUsager(
    demande,
    lettreDeMessageRecu(demande, { le, service: serviceDe(commune, demande.service) }),
    identifiant,
  );

const prevenirAgent = (demande: Demande, adresse: string): Promesse[] =>
  demande.agent
    ? [
        aAgent(
          { ...lettreDeNouvelle(demande, 'Un message est arrivé', adresse), a: demande.agent.id },
          identifiant(),
        ),
      ]
    : [];

export const handler = lambda(ecrireMairie);
