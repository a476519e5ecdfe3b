import { reconnaitre } from '../agents/agent.ts';
import { AGENTS, type Contract, type Profil } from './action.ts';
import type { Monde } from './monde.ts';
import type { Appel, Lieu } from './perform.ts';
import { Refus } from './refus.ts';
import { type SessionLue, sessionStore } from './session.store.ts';
import { type Demandeur, profilDe } from './session.ts';
import { Conflit, ouvrirTable } from './table.ts';

/** Who asks, if they may. Throws `non-connecte`, `habilitation-retiree`, `interdit`. */
export const identifier = async (contract: Contract, appel: Appel, lieu: Lieu): Promise<Demandeur> => {
  const { par } = contract;
  if (appel.interne) return { qui: 'horloge' };
  if (par.includes('public')) return { qui: 'public' };
  const lues = await sessionsDe(contract, appel, lieu);
  const demandeurs = lues.flatMap((lue) => demandeurDe(lue, lieu.monde) ?? []);
  const admis = demandeurs.find((demandeur) => par.includes(profilDe(demandeur)));
  if (!admis) throw new Refus(pourquoi(lues.length, demandeurs.length));
  if (contract.writes && admis.qui === 'agent') await noterPassage(lues, appel, lieu);
  return admis;
};

const pourquoi = (sessions: number, demandeurs: number) => {
  if (demandeurs < sessions) return 'habilitation-retiree';
  return sessions > 0 ? 'interdit' : 'non-connecte';
};

/** The sessions that the request bears, and that the action may be asked with. */
const sessionsDe = async (
  { par }: Contract,
  { jetons = {}, now }: Appel,
  { base }: Lieu,
): Promise<SessionLue[]> => {
  const sessions = sessionStore(ouvrirTable(base), now);
  const portes = [par.some(estAgent) && jetons.agent, par.includes('usager') && jetons.usager];
  const lues = await Promise.all(
    portes.filter((jeton) => typeof jeton === 'string').map((jeton) => sessions.get(jeton)),
  );
  return lues.filter((lue) => lue !== undefined);
};

/** What someone may do now: an agent's role and services are those of the commune's file, whatever they were on signing in. */
const demandeurDe = ({ id, session }: SessionLue, { commune }: Monde): Demandeur | undefined => {
  if (session.qui === 'usager') return session;
  const agent = reconnaitre(commune, session);
  return agent && { qui: 'agent', agent, idToken: session.idToken, session: id };
};

/** When an agent was last seen is kept to the quarter of an hour: more would be a write at each of their gestures. */
const PASSAGE_MS = 15 * 60_000;
const noterPassage = async (lues: readonly SessionLue[], { now }: Appel, { base }: Lieu): Promise<void> => {
  for (const lue of lues) {
    if (lue.session.qui !== 'agent' || now.getTime() - Date.parse(lue.session.vueLe) < PASSAGE_MS) continue;
    const table = ouvrirTable(base);
    sessionStore(table, now).replace(lue, { ...lue.session, vueLe: now.toISOString() });
    await table.commit().catch(siDejaNote);
  }
};

const siDejaNote = (erreur: unknown): void => {
  if (!(erreur instanceof Conflit)) throw erreur;
};

const estAgent = (profil: Profil): boolean => [...AGENTS, 'elu'].some((role) => role === profil);
