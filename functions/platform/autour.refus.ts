import { setTimeout as attendre } from 'node:timers/promises';
import type { Contract } from './action.ts';
import { identifiant } from './aleas.ts';
import type { Autour } from './autour.ts';
import { enReponse } from './http.ts';
import { type CodeRefus, Refus } from './refus.ts';

/** Turns what was thrown into what a person may read: a refusal and its sentence, or a failure and its reference. */
export const repondreAuxRefus = (contract: Contract): Autour => ({
  onError: async (request) => {
    const { error, context } = request;
    if (error instanceof Refus) {
      if (MUETS.includes(error.code)) await auPalier(context.debut ?? performance.now());
      request.response = enReponse(contract, error);
      return;
    }
    context.incident = identifiant().slice(0, 8);
    request.response = enReponse(contract, panne(context.incident));
  },
});

const panne = (incident: string) => ({
  code: 'panne',
  phrase:
    'Le service a eu une panne. Ce que vous avez écrit est resté sur cette page. Réessayez dans quelques minutes.',
  details: [],
  incident,
});

/** Refusals that must not tell, by the time they take, whether what is asked for exists. */
const MUETS: readonly CodeRefus[] = ['introuvable', 'suivi-inconnu', 'code-faux', 'code-perime'];

/** They are answered at the next step, so that reading a demande, or finding none, takes as long. Milliseconds. */
const PALIER = 50;
const auPalier = (debut: number): Promise<void> => attendre(PALIER - ((performance.now() - debut) % PALIER));
