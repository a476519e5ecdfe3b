import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirSienne } from './demande.dossier.ts';
import { faire } from './demande.ts';

/** What the person answers to what the commune considers (CRPA L122-1). */
export const presenterObservations = implement(
  demandeActions.presenterObservations,
  async ({ demande: reference, texte }, contexte) => {
    const sienne = await ouvrirSienne(reference, contexte);
    const dite = faire('observer', sienne.demande, { type: 'observations', texte, ...sienne.signature });
    sienne.garder(dite, 'La personne présente ses observations');
    return {};
  },
);

export const handler = lambda(presenterObservations);
