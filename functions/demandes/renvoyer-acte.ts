import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { demandeActions } from './demande.actions.ts';
import { renvoyer } from './demande.renvoi.ts';
import { ouvrirProjet } from './demande.signature.ts';

export const renvoyerActe = implement(demandeActions.renvoyerActe, async ({ mot, ...saisie }, contexte) => {
  const ouvert = await ouvrirProjet(saisie, contexte);
  const { nom, qualite } = ouvert.dossier.agent;
  return renvoyer(ouvert, { par: `${nom}, ${qualite}`, mot }, contexte);
});

export const handler = lambda(renvoyerActe);
