import * as z from 'zod';
import { Agent } from '../agents/agent.ts';
import type { Profil } from './action.ts';
import { Refus } from './refus.ts';

/**
 * Who is asking. An usager holds the demandes whose code they gave; signed in, also those of their account and of the
 * contacts that they proved to be theirs. All of it is here, so that rights need no other read.
 */
export const Session = z.discriminatedUnion('qui', [
  z.object({
    qui: z.literal('usager'),
    demandes: z.array(z.string()),
    compte: z.string().optional(),
    contacts: z.array(z.string()).optional(),
    idToken: z.string().optional(),
  }),
  z.object({ qui: z.literal('agent'), agent: Agent, idToken: z.string() }),
]);
export type Session = z.infer<typeof Session>;
export type SessionUsager = Extract<Session, { qui: 'usager' }>;
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

/** The usager who asks, with their account. Throws `non-connecte`: a code opens one demande, not an account. */
export const compteDe = (demandeur: Demandeur): SessionUsager & { compte: string } => {
  if (demandeur.qui !== 'usager' || !demandeur.compte) throw new Refus('non-connecte');
  return { ...demandeur, compte: demandeur.compte };
};

/** What an usager holds, whoever asks. */
export const usagerDe = (demandeur: Demandeur): SessionUsager =>
  demandeur.qui === 'usager' ? demandeur : { qui: 'usager', demandes: [] };

/** How long a session lives: a working day for an agent, as ProConnect's own; a day for an usager; the way to a provider and back. Seconds. */
export const DUREES = { agent: 12 * 3600, usager: 24 * 3600, depart: 900 } as const;

export const COOKIES = { agent: 'parvis_agent', usager: 'parvis_usager', depart: 'parvis_depart' } as const;

/** Tells the pages' scripts that someone is signed in, and nothing else. */
const TEMOIN = 'parvis_compte';

/** The cookies of an usager who signs in, or out when there is no token. */
export const cookiesUsager = (jeton: string): string[] => {
  const secondes = jeton ? DUREES.usager : 0;
  return [
    cookie('usager', jeton, secondes),
    `${TEMOIN}=${jeton ? '1' : ''}; Path=/; Max-Age=${secondes}; Secure; SameSite=Lax`,
  ];
};

/** A Set-Cookie value: HttpOnly, Secure, SameSite=Lax; `secondes` 0 erases. */
export const cookie = (qui: keyof typeof COOKIES, valeur: string, secondes: number): string =>
  `${COOKIES[qui]}=${valeur}; Path=/; Max-Age=${secondes}; HttpOnly; Secure; SameSite=Lax`;
