import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { agentDe } from '../platform/session.ts';
import { demandeActions } from './demande.actions.ts';
import { ajouterMessage } from './demande.fil.ts';
import { aUsager, lettreDeMessage } from './lettres.ts';
import { voiesDe } from './voie.ts';

export const ecrireUsager = implement(
  demandeActions.ecrireUsager,
  async ({ demande: reference, texte, vue }, contexte) => {
    const { courriel, nom, qualite } = agentDe(contexte.demandeur);
    const auteur = { qui: 'agent' as const, nom: `${nom}, ${qualite}`, id: courriel };
    return ajouterMessage(
      reference,
      {
        texte,
        vue,
        signe: () => auteur,
        canal: (lue) => voiesDe(lue)[0]?.par ?? 'web',
        promettre: (lue) => aUsager(lue, lettreDeMessage(lue, { nom: auteur.nom, texte }), identifiant),
      },
      contexte,
    );
  },
);

export const handler = lambda(ecrireUsager);
