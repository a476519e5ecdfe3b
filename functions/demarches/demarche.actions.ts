import * as z from 'zod';
import { Service, Slug } from '../commune/commune.ts';
import { AGENTS, action } from '../platform/action.ts';
import { Demarche, LigneCatalogue } from './demarche.ts';
import { Fondement } from './fondement.ts';
import { OrientationDite } from './orientation.ts';

const Silence = z.object({
  phrase: z.string(),
  le: z.iso.date().nullable(),
  sens: z.enum(['acceptation', 'rejet']).nullable(),
});

/** A démarche as the person reads it before starting: what silence would mean if it were sent today. */
export const DemarcheOuverte = z.object({
  demarche: Demarche,
  service: Service,
  aujourdhui: z.iso.date(),
  /** Who decides, and who answers for the data, in words. */
  autorite: z.string(),
  responsable: z.string(),
  prix: z.array(z.string()),
  notice: z.array(z.object({ titre: z.string(), lignes: z.array(z.string()) })),
  silence: Silence,
  /** Where the regime depends on an answer: each case, before the one that holds otherwise. */
  selon: z.array(Silence.extend({ cas: z.string(), fondement: Fondement })),
});
export type DemarcheOuverte = z.infer<typeof DemarcheOuverte>;

/** A démarche as the commune that opens it must read it. */
const DemarcheRelue = z.object({
  id: z.string(),
  nom: z.string(),
  service: z.string(),
  autorite: z.string(),
  regimes: z.array(z.string()),
  verifie: Demarche.shape.verifie,
  doutes: z.array(z.object({ sujet: z.string(), phrase: z.string() })),
});

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
  listerOrientations: action({
    resume:
      'Dire où s’adresser quand aucune démarche ouverte ne répond : urgence, service de la mairie, autre administration',
    route: 'GET /orientations',
    par: ['public'],
    writes: false,
    input: z.object({}),
    output: z.object({ orientations: z.array(OrientationDite) }),
    refuse: [],
  }),
  relireDemarches: action({
    resume:
      'Relire les démarches ouvertes : leur régime, qui l’a vérifié, et ce que la commune doit confirmer',
    route: 'GET /agents/demarches',
    par: [...AGENTS, 'elu'],
    writes: false,
    input: z.object({}),
    output: z.object({ demarches: z.array(DemarcheRelue) }),
    refuse: [],
  }),
  consulterDemarche: action({
    resume:
      'Lire une démarche : son formulaire, ses pièces, son prix, ce que vaut le silence, ce que deviennent les données',
    route: 'GET /demarches/{demarche}',
    par: ['public'],
    writes: false,
    input: z.object({ demarche: Slug }),
    output: DemarcheOuverte,
    refuse: ['demarche-inconnue'],
  }),
};
