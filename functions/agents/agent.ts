import * as z from 'zod';
import type { Commune, Habilitation } from '../commune/commune.ts';
import { Role } from '../platform/action.ts';

/** A person of the commune who treats demandes, as the session knows them. */
export const Agent = z.object({
  courriel: z.string(),
  nom: z.string(),
  qualite: z.string(),
  role: Role,
  services: z.array(z.string()),
});
export type Agent = z.infer<typeof Agent>;

/** Whom ProConnect says it is; the commune's file says what they may do. Undefined for a stranger. */
export const reconnaitre = (
  commune: Commune,
  identite: { courriel: string; siret: string },
): Agent | undefined => {
  if (!commune.siretsAgents.includes(identite.siret)) return undefined;
  const habilite = commune.agents.find((agent) => agent.courriel === identite.courriel.toLowerCase());
  if (!habilite) return undefined;
  const { courriel, prenom, nom, qualite, role, services } = habilite;
  return {
    courriel,
    nom: `${prenom} ${nom}`,
    qualite,
    role,
    services: servicesDe({ role, services }, commune),
  };
};

/** An administrateur has every service, but those whose agents are named one by one. */
export const servicesDe = (
  { role, services }: Pick<Agent, 'role' | 'services'>,
  commune: Pick<Commune, 'services'>,
): string[] =>
  role === 'administrateur'
    ? commune.services.filter(({ id, isole }) => !isole || services.includes(id)).map(({ id }) => id)
    : services;

/** Health and the like are read by those who treat the demande, and by no one at the front desk (RGPD, 9 and 32). */
const LISENT_LE_SENSIBLE: readonly Agent['role'][] = ['instructeur', 'responsable'];
export const litLeSensible = ({ role }: Pick<Agent, 'role'>): boolean => LISENT_LE_SENSIBLE.includes(role);

/** Has the maire named this agent, one by one, for what the law gives to few (CRPA L115-3)? Today's file says it, not the session. */
export const estHabilite = (
  { agents }: Pick<Commune, 'agents'>,
  { courriel }: Pick<Agent, 'courriel'>,
  pour: Habilitation,
): boolean => agents.some((agent) => agent.courriel === courriel && agent.habilitations?.includes(pour));

/** An agent sees only the services that are theirs. */
export const voit = (agent: Pick<Agent, 'services'>, service: string): boolean =>
  agent.services.includes(service);
