import { envoiStore } from '../envois/envoi.store.ts';
import { pieceStore, prendre } from '../pieces/piece.store.ts';
import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { nomDe } from '../usagers/usager.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';
import { recevoirPieces } from './demande.ts';
import { aUsager, lettreDePiecesRecues } from './lettres.ts';

export const completerDemande = implement(
  demandeActions.completerDemande,
  async ({ demande: reference, pieces: jointes }, { demandeur, now, table }) => {
    const demandes = demandeStore(table);
    const lue = await demandes.get(reference);
    verifierAcces(demandeur, lue.valeur);
    const attendues = lue.valeur.manquantes.filter(({ recue }) => !recue).map(({ id }) => id);
    const perdue = jointes.find(({ pour }) => !attendues.includes(pour));
    if (perdue)
      throw new Refus('geste-impossible', [
        { champ: perdue.pour, phrase: 'Cette pièce n’est pas, ou n’est plus, attendue.' },
      ]);
    const le = now.toISOString();
    const nom = nomDe(lue.valeur.usager);
    const pieces = pieceStore(table, now);
    for (const piece of await prendre(pieces, jointes, { le, nom })) pieces.add(reference, piece);
    const completee = recevoirPieces(lue.valeur, [...new Set(jointes.map(({ pour }) => pour))], {
      le,
      par: { qui: 'usager', nom },
    });
    demandes.replace(lue, completee);
    for (const envoi of aUsager(completee, lettreDePiecesRecues(completee), identifiant))
      envoiStore(table).add(envoi);
    return { complet: completee.statut !== 'incomplete' };
  },
);

export const handler = lambda(completerDemande);
