import * as z from 'zod';
import { Service, Slug } from '../commune/commune.ts';
import { action } from '../platform/action.ts';
import { Demarche, LigneCatalogue } from './demarche.ts';

/** A démarche as the person reads it before starting: what silence would mean if it were sent today. */
export const DemarcheOuverte = z.object({
  demarche: Demarche,
  service: Service,
  aujourdhui: z.iso.date(),
  silence: z.object({
    phrase: z.string(),
    le: z.iso.date().nullable(),
    sens: z.enum(['acceptation', 'rejet']).nullable(),
  }),
});
export type DemarcheOuverte = z.infer<typeof DemarcheOuverte>;

export const demarcheActions = {
  listerDemarches: action({
    resume: 'Lister les démarches de la commune',
    route: 'GET /demarches',
    par: ['public'],
    writes: false,
    input: z.object({}),
    output: z.object({ demarches: z.array(LigneCatalogue) }),
    refuse: [],
  }),
  consulterDemarche: action({
    resume: 'Lire une démarche : son formulaire, ses pièces, ce que vaut le silence',
    route: 'GET /demarches/{demarche}',
    par: ['public'],
    writes: false,
    input: z.object({ demarche: Slug }),
    output: DemarcheOuverte,
    refuse: ['demarche-inconnue'],
  }),
};
