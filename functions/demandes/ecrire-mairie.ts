import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { nomDe } from '../usagers/usager.ts';
import { demandeActions } from './demande.actions.ts';
import { ajouterMessage } from './demande.fil.ts';

export const ecrireMairie = implement(demandeActions.ecrireMairie, async ({ demande, texte }, contexte) => {
  const { message } = await ajouterMessage(
    demande,
    { texte, signe: ({ usager }) => ({ qui: 'usager', nom: nomDe(usager) }) },
    contexte,
  );
  return message;
});

export const handler = lambda(ecrireMairie);
