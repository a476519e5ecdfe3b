import { pieceStore, prendreDeLaMairie } from '../pieces/piece.store.ts';
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
  async ({ demande: reference, texte, vue, fichiers }, contexte) => {
    const { courriel, nom, qualite } = agentDe(contexte.demandeur);
    const auteur = { qui: 'agent' as const, nom: `${nom}, ${qualite}`, id: courriel };
    const pieces = pieceStore(contexte.table, contexte.now);
    const le = contexte.now.toISOString();
    const prises = await prendreDeLaMairie(pieces, fichiers, { le, nom: auteur.nom });
    for (const prise of prises) pieces.add(reference, prise);
    const jointes = prises.map(({ piece }) => piece.nom);
    return ajouterMessage(
      reference,
      {
        texte,
        jointes,
        vue,
        signe: () => auteur,
        canal: (lue) => voiesDe(lue)[0]?.par ?? 'web',
        promettre: (lue) =>
          aUsager(lue, lettreDeMessage(lue, { nom: auteur.nom, texte, jointes }), identifiant),
      },
      contexte,
    );
  },
);

export const handler = lambda(ecrireUsager);
