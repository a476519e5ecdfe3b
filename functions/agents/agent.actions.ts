import * as z from 'zod';
import { AGENTS, action, Redirection, RetourOidc } from '../platform/action.ts';
import { Agent } from './agent.ts';

/** Neither address nor place: who, since when, last seen to the quarter of an hour, on what kind of device. */
const SessionOuverte = z.object({
  id: z.string(),
  courriel: z.string(),
  nom: z.string(),
  appareil: z.string(),
  ouverteLe: z.string(),
  vueLe: z.string(),
  /** The one from which this is asked. */
  celleCi: z.boolean(),
});

export const agentActions = {
  connecterAgent: action({
    resume: 'Partir s’identifier chez ProConnect',
    route: 'GET /agents/connexion',
    par: ['public'],
    writes: true,
    reponse: 'redirection',
    input: z.object({
      vers: z
        .string()
        .max(200)
        .regex(/^\/agents\/[\w/-]*$/)
        .optional(),
    }),
    output: Redirection,
    ressources: ['secret:proconnect'],
    refuse: ['connexion-echouee'],
  }),
  accueillirAgent: action({
    resume: 'Revenir de ProConnect et ouvrir une session d’agent',
    route: 'GET /agents/retour',
    par: ['public'],
    writes: true,
    reponse: 'redirection',
    input: RetourOidc,
    output: Redirection,
    ressources: ['secret:proconnect'],
    refuse: ['connexion-echouee', 'agent-inconnu'],
  }),
  deconnecterAgent: action({
    resume: 'Fermer sa session d’agent, ici et chez ProConnect',
    route: 'POST /agents/deconnexion',
    par: [...AGENTS, 'elu'],
    writes: true,
    input: z.object({}),
    output: z.object({ vers: z.string(), cookies: z.array(z.string()) }),
    ressources: ['secret:proconnect'],
    refuse: ['connexion-echouee'],
  }),
  consulterSession: action({
    resume: 'Savoir qui l’on est',
    route: 'GET /agents/moi',
    par: [...AGENTS, 'elu'],
    writes: false,
    input: z.object({}),
    output: Agent,
    refuse: [],
  }),
  listerSessions: action({
    resume: 'Voir les sessions ouvertes : les siennes, ou celles de tous pour un administrateur',
    route: 'GET /agents/sessions',
    par: [...AGENTS, 'elu'],
    writes: false,
    input: z.object({}),
    output: z.object({ sessions: z.array(SessionOuverte) }),
    refuse: [],
  }),
  fermerSession: action({
    resume: 'Fermer une session : une des siennes, ou celle de n’importe qui pour un administrateur',
    route: 'POST /agents/sessions/{session}/fermeture',
    par: [...AGENTS, 'elu'],
    writes: true,
    input: z.object({ session: z.string().regex(/^[\w-]{43}$/) }),
    output: z.object({}),
    refuse: ['introuvable'],
  }),
};
