import * as z from 'zod';
import { Reference } from '../demandes/reference.ts';
import { action } from '../platform/action.ts';
import { EcheanceSimulee, RecoursSimule, SaisieEcheance, SaisieRecours } from './simulation.ts';

/** What an execution carries from one waking to the next. */
export const Veille = z.object({ demande: Reference, reglage: z.number().int() });

export const echeanceActions = {
  constaterEcheance: action({
    resume: 'Regarder l’horloge d’une demande : rappeler, constater le silence, dire quand revenir',
    sur: { type: 'machine' },
    par: ['horloge'],
    writes: true,
    input: Veille,
    output: z.object({ prochain: z.iso.datetime().optional() }),
    refuse: ['introuvable', 'modifie-entre-temps'],
  }),
  armerHorloge: action({
    resume: 'Lancer la veille d’une demande dont le terme a bougé',
    sur: { type: 'flux', voulus: [{ type: 'DEMANDE' }] },
    par: ['horloge'],
    writes: false,
    ressources: ['horloges:armer'],
    input: z.object({ Records: z.array(z.unknown()) }),
    output: z.object({}),
    refuse: [],
  }),
  armerHorloges: action({
    resume: 'Chaque nuit, relancer toute veille qui manquerait',
    sur: { type: 'horaire', cron: 'cron(15 1 * * ? *)' },
    par: ['horloge'],
    writes: false,
    ressources: ['horloges:armer', 'horloges:lister'],
    input: z.object({}).loose(),
    output: z.object({ armees: z.number().int() }),
    refuse: [],
  }),
  simulerEcheance: action({
    resume: 'Calculer la date à laquelle le silence décide, et dire pourquoi',
    route: 'POST /simulations/echeance',
    par: ['public'],
    writes: false,
    input: SaisieEcheance,
    output: EcheanceSimulee,
    refuse: ['entree-invalide'],
  }),
  simulerRecours: action({
    resume: 'Calculer le dernier jour pour contester une décision',
    route: 'POST /simulations/recours',
    par: ['public'],
    writes: false,
    input: SaisieRecours,
    output: RecoursSimule,
    refuse: ['entree-invalide'],
  }),
};
