import * as z from 'zod';
import { Agent } from '../agents/agent.ts';
import type { Profil } from './action.ts';
import { Refus } from './refus.ts';

/** Who is asking. An usager without an account holds the demandes whose code they gave. */
export const Session = z.discriminatedUnion('qui', [
  z.object({ qui: z.literal('usager'), demandes: z.array(z.string()) }),
  z.object({ qui: z.literal('agent'), agent: Agent, idToken: z.string() }),
]);
export type Session = z.infer<typeof Session>;
export type Demandeur = Session | { qui: 'public' } | { qui: 'horloge' };

export const profilDe = (demandeur: Demandeur): Profil => {
  switch (demandeur.qui) {
    case 'agent':
      return demandeur.agent.role;
    case 'usager':
      return 'usager';
    case 'public':
      return 'public';
    case 'horloge':
      return 'horloge';
  }
};

/** The agent who asks. Throws `interdit`: rights are checked before, so this only narrows the type. */
export const agentDe = (demandeur: Demandeur): Agent => {
  if (demandeur.qui !== 'agent') throw new Refus('interdit');
  return demandeur.agent;
};

/** How long a session lives: a working day for an agent, as ProConnect's own; a day for an usager; the way to ProConnect and back. Seconds. */
export const DUREES = { agent: 12 * 3600, usager: 24 * 3600, depart: 900 } as const;

export const COOKIES = { agent: 'parvis_agent', usager: 'parvis_usager', depart: 'parvis_depart' } as const;

/** A Set-Cookie value: HttpOnly, Secure, SameSite=Lax; `secondes` 0 erases. */
export const cookie = (qui: keyof typeof COOKIES, valeur: string, secondes: number): string =>
  `${COOKIES[qui]}=${valeur}; Path=/; Max-Age=${secondes}; HttpOnly; Secure; SameSite=Lax`;
