import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';

export const abandonnerProjet = implement(demandeActions.abandonnerProjet, async (saisie, contexte) => {
  const dossier = await ouvrirDossier(saisie, contexte, { malgreLeTerme: true });
  const { aSigner, ...demande } = dossier.demande;
  if (!aSigner) throw new Refus('geste-impossible');
  return dossier.garder(demande);
});

export const handler = lambda(abandonnerProjet);
