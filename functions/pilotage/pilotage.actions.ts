import * as z from 'zod';
import { Ligne } from '../demandes/formes.ts';
import { AGENTS, action } from '../platform/action.ts';

/** A demande that silence decided. */
const Silence = z.object({
  reference: z.string(),
  objet: z.string(),
  personne: z.string(),
  service: z.string(),
  statut: Ligne.shape.statut,
  sens: z.enum(['acceptation', 'rejet']),
  le: z.iso.date(),
  /** An acceptance may be withdrawn until then, if it is unlawful (CRPA L242-1); absent once the delay is over. */
  retraitJusquau: z.iso.date().optional(),
  joursPourRetirer: z.number().int().optional(),
});

export const pilotageActions = {
  consulterSilences: action({
    resume: 'Voir ce que le silence a décidé, service par service, et ce qui peut encore être retiré',
    route: 'GET /pilotage/silences',
    par: [...AGENTS, 'elu'],
    writes: false,
    input: z.object({}),
    output: z.object({
      /** First and last day that are counted. */
      du: z.iso.date(),
      au: z.iso.date(),
      services: z.array(
        z.object({
          id: z.string(),
          nom: z.string(),
          acceptees: z.number().int(),
          rejetees: z.number().int(),
          expresses: z.number().int(),
          /** Decisions born of silence, out of all; null when nothing was decided. */
          taux: z.number().nullable(),
        }),
      ),
      /** Empty for an élu, who sees figures only. The one whose delay ends first comes first. */
      lignes: z.array(Silence),
    }),
    refuse: [],
  }),
  consulterRisques: action({
    resume: 'Voir ce que le silence décidera dans les quatorze jours',
    route: 'GET /pilotage/risques',
    par: [...AGENTS, 'elu'],
    writes: false,
    input: z.object({}),
    output: z.object({
      au: z.iso.date(),
      services: z.array(
        z.object({
          id: z.string(),
          nom: z.string(),
          acceptations: z.number().int(),
          rejets: z.number().int(),
        }),
      ),
      /** Empty for an élu. The most urgent first. */
      lignes: z.array(Ligne),
    }),
    refuse: [],
  }),
};
