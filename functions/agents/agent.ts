import * as z from 'zod';
import type { Commune } from '../commune/commune.ts';
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
    services: role === 'administrateur' ? commune.services.map((service) => service.id) : services,
  };
};

/** An agent sees only the services that are theirs. */
export const voit = (agent: Pick<Agent, 'services'>, service: string): boolean =>
  agent.services.includes(service);
