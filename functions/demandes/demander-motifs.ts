import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirSienne } from './demande.dossier.ts';
import { faire } from './demande.ts';

/** Within the delay to contest; the reasons must come in a month, and the delay runs again after them (CRPA L232-4). */
export const demanderMotifs = implement(
  demandeActions.demanderMotifs,
  async ({ demande: reference }, contexte) => {
    const sienne = await ouvrirSienne(reference, contexte);
    await sienne.verifierDelai();
    const demandee = await sienne.dater(
      faire('demanderMotifs', sienne.demande, { type: 'motifs-demandes', ...sienne.signature }),
    );
    sienne.garder(
      { ...demandee, reglage: demandee.reglage + 1 },
      'La personne demande les raisons du rejet par silence',
    );
    return {};
  },
);

export const handler = lambda(demanderMotifs);
