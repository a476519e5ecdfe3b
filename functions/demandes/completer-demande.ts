import { serviceDe } from '../commune/commune.ts';
import { pieceStore, prendre } from '../pieces/piece.store.ts';
import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { nomDe } from '../usagers/usager.ts';
import { promisesDe } from './attendues.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';
import { recevoirPieces } from './demande.ts';
import { aAgent, aUsager, lettreDeNouvelle, lettreDePiecesRecues } from './lettres.ts';

export const completerDemande = implement(
  demandeActions.completerDemande,
  async (
    { demande: reference, pieces: jointes },
    { commune, demandeur, demarches, now, origines, table },
  ) => {
    const demandes = demandeStore(table);
    const entiere = await demandes.getEntiere(reference);
    const { lue } = entiere;
    verifierAcces(demandeur, lue.valeur);
    const demarche = demarches.find(({ id }) => id === lue.valeur.demarche.id);
    const ouvertes = [
      ...lue.valeur.manquantes.filter(({ recue }) => !recue),
      ...promisesDe(entiere, demarche),
    ];
    const perdue = jointes.find(({ pour }) => !ouvertes.some(({ id }) => id === pour));
    if (perdue)
      throw new Refus('geste-impossible', [
        { champ: perdue.pour, phrase: 'Cette pièce n’est pas, ou n’est plus, attendue.' },
      ]);
    const le = now.toISOString();
    const nom = nomDe(lue.valeur.usager);
    const pieces = pieceStore(table, now);
    for (const piece of await prendre(pieces, jointes, { le, nom })) pieces.add(reference, piece);
    const recues = ouvertes.filter(({ id }) => jointes.some(({ pour }) => pour === id));
    const completee = recevoirPieces(lue.valeur, recues, {
      le,
      par: { qui: 'usager', nom },
    });
    const { agent } = completee;
    const service = serviceDe(commune, completee.service);
    const nouvelle = lettreDeNouvelle(completee, 'Des pièces sont arrivées', origines[0]);
    const promis = [
      ...aUsager(completee, lettreDePiecesRecues(completee, { le, service }), identifiant),
      ...(agent ? [aAgent({ ...nouvelle, a: agent.id }, identifiant())] : []),
    ];
    demandes.replace(lue, completee, { now, promis });
    return { complet: completee.statut !== 'incomplete' };
  },
);

export const handler = lambda(completerDemande);
