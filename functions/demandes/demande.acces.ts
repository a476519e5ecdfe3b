import { voit } from '../agents/agent.ts';
import { Refus } from '../platform/refus.ts';
import type { Demandeur } from '../platform/session.ts';
import type { Demande } from './demande.ts';

/** An agent sees the demandes of their services; an usager those whose code they gave. Throws `interdit`. */
export const verifierAcces = (
  demandeur: Demandeur,
  { reference, service }: Pick<Demande, 'reference' | 'service'>,
): void => {
  const admis =
    (demandeur.qui === 'agent' && voit(demandeur.agent, service)) ||
    (demandeur.qui === 'usager' && demandeur.demandes.includes(reference));
  if (!admis) throw new Refus('interdit');
};
