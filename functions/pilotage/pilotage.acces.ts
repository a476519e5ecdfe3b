import type { Commune, Service } from '../commune/commune.ts';
import { agentDe, type Demandeur } from '../platform/session.ts';

/** An élu sees the figures of the whole commune; an agent, those of their services. Throws `interdit`. */
export const servicesVus = (demandeur: Demandeur, commune: Commune): Service[] => {
  const { role, services } = agentDe(demandeur);
  const siens = commune.services.filter(({ id }) => services.includes(id));
  // What another controller does is not the commune's to count.
  return role === 'elu' ? commune.services.filter(({ id, isole }) => !isole || services.includes(id)) : siens;
};

/** An élu sees no one's file. */
export const voitLesPersonnes = (demandeur: Demandeur): boolean => agentDe(demandeur).role !== 'elu';

/** Figures count everything; of the files, a board names the most urgent: Lambda answers 6 MB at most. */
export const MONTREES = 500;
