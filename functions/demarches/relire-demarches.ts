import { serviceDe } from '../commune/commune.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { AUTORITES } from './autorite.ts';
import { demarcheActions } from './demarche.actions.ts';
import { doutesDe } from './doutes.ts';
import { regimesDits } from './regimes.ts';

export const relireDemarches = implement(
  demarcheActions.relireDemarches,
  async (_, { commune, demarches }) => ({
    demarches: demarches.map((demarche) => ({
      id: demarche.id,
      nom: demarche.nom,
      service: serviceDe(commune, demarche.service).nom,
      autorite: AUTORITES[demarche.autorite],
      regimes: regimesDits(demarche),
      verifie: demarche.verifie,
      doutes: doutesDe(demarche),
    })),
  }),
);

export const handler = lambda(relireDemarches);
