import { type AgentHabilite, type Commune, serviceDe } from '../commune/commune.ts';
import type { Jour } from '../platform/dates.ts';

type Affaire = { service: string; agent?: { id: string } | undefined };
type Ville = Pick<Commune, 'agents' | 'courriel'>;

/**
 * Who is reminded: whoever has the file, then their responsables too, then the direction. The closer the term, the more
 * people know, within the service when it is apart. Who is away is replaced.
 */
export const relaisDe = (affaire: Affaire, rang: number, { commune, le }: { commune: Commune; le: Jour }) => {
  const direction = serviceDe(commune, affaire.service).isole ? [] : directionDe(commune);
  const cercles = [porteurDe(affaire, commune), responsablesDe(affaire, commune), direction];
  const adresses = cercles.slice(0, rang + 1).flat();
  return [...new Set(adresses.map((adresse) => presentDe(adresse, { agents: commune.agents, le })))];
};

const porteurDe = ({ agent, service }: Affaire, commune: Commune): string[] => [
  agent?.id ?? serviceDe(commune, service).courriel,
];

const responsablesDe = ({ service }: Affaire, { agents }: Ville): string[] =>
  courrielsDe(agents.filter(({ role, services }) => role === 'responsable' && services.includes(service)));

const directionDe = ({ agents, courriel }: Ville): string[] => {
  const administrateurs = courrielsDe(agents.filter(({ role }) => role === 'administrateur'));
  return administrateurs.length > 0 ? administrateurs : [courriel];
};

const courrielsDe = (agents: readonly AgentHabilite[]): string[] => agents.map(({ courriel }) => courriel);

/** Two replacements at most: who replaces may be away too, and nobody replaces themself for ever. */
const presentDe = (
  adresse: string,
  { agents, le, reste = 2 }: { agents: readonly AgentHabilite[]; le: Jour; reste?: number },
): string => {
  const absence = agents
    .find(({ courriel }) => courriel === adresse)
    ?.absences?.find(({ du, au }) => du <= le && le <= au);
  return absence && reste > 0 ? presentDe(absence.remplacant, { agents, le, reste: reste - 1 }) : adresse;
};
