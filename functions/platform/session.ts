import * as z from 'zod';
import type { Agent } from '../agents/agent.ts';
import type { Profil } from './action.ts';
import { Refus } from './refus.ts';

/**
 * Who is asking. An usager holds the demandes whose code they gave; signed in, also those of their account, and of the
 * contacts that they proved to be theirs, filed under their name. All of it is here, so that rights need no other read.
 * Of an agent only who they are is kept: what they may do is looked up at each asking.
 */
export const Session = z.discriminatedUnion('qui', [
  z.object({
    qui: z.literal('usager'),
    demandes: z.array(z.string()),
    compte: z.string().optional(),
    contacts: z.array(z.string()).optional(),
    /** The names that they said, or that FranceConnect gave, folded. */
    noms: z.array(z.string()).optional(),
    idToken: z.string().optional(),
  }),
  z.object({
    qui: z.literal('agent'),
    courriel: z.string(),
    siret: z.string(),
    idToken: z.string(),
    ouverteLe: z.iso.datetime(),
    vueLe: z.iso.datetime(),
    /** « Firefox sur Windows »: enough to know one's own. */
    appareil: z.string(),
  }),
]);
export type Session = z.infer<typeof Session>;
export type SessionUsager = Extract<Session, { qui: 'usager' }>;
export type SessionAgent = Extract<Session, { qui: 'agent' }>;
export type Demandeur =
  | SessionUsager
  | { qui: 'agent'; agent: Agent; idToken: string; session: string }
  | { qui: 'public' }
  | { qui: 'horloge' };

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
export const usagerDe = (demandeur: Demandeur | Session | undefined): SessionUsager =>
  demandeur?.qui === 'usager' ? demandeur : { qui: 'usager', demandes: [] };

/**
 * How long a session lives, in seconds: a working day for an agent, as ProConnect's own; a day for an account; the time
 * to read and answer for who only gave a tracking code, often on someone else's machine; the way to a provider and back.
 */
export const DUREES = { agent: 12 * 3600, compte: 24 * 3600, suivi: 2 * 3600, depart: 900 } as const;

export const dureeDe = (session: Session): number => {
  if (session.qui === 'agent') return DUREES.agent;
  return session.compte ? DUREES.compte : DUREES.suivi;
};

export const COOKIES = { agent: 'parvis_agent', usager: 'parvis_usager', depart: 'parvis_depart' } as const;

/** Tells the pages' scripts that an account is open (`1`), or only what a tracking code opens (`suivi`), and nothing else. */
const TEMOIN = 'parvis_compte';

/** The cookies of the session that opens. A tracking code's goes when the browser closes. */
export const cookiesUsager = (jeton: string, session: SessionUsager): string[] => {
  const secondes = session.compte ? DUREES.compte : undefined;
  return [cookie('usager', jeton, secondes), temoin(session.compte ? '1' : 'suivi', secondes)];
};

/** Forgets the session that the browser holds. */
export const cookiesEffaces = (): string[] => [cookie('usager', '', 0), temoin('', 0)];

const temoin = (valeur: string, secondes: number | undefined): string =>
  `${TEMOIN}=${valeur}; Path=/;${duree(secondes)} Secure; SameSite=Lax`;

/** A Set-Cookie value: HttpOnly, Secure, SameSite=Lax; `secondes` 0 erases, none lasts as long as the browser is open. */
export const cookie = (qui: keyof typeof COOKIES, valeur: string, secondes?: number): string =>
  `${COOKIES[qui]}=${valeur}; Path=/;${duree(secondes)} HttpOnly; Secure; SameSite=Lax`;

const duree = (secondes: number | undefined): string =>
  secondes === undefined ? '' : ` Max-Age=${secondes};`;
