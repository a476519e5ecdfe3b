import type { Agent } from '../../functions/agents/agent.ts';
import { demandeActions } from '../../functions/demandes/demande.actions.ts';
import type { Geste } from '../../functions/demandes/gestes.ts';

/** The acts of an agent, and the action which carries each. */
const ACTES = {
  qualifier: demandeActions.qualifierDemande,
  prendreEnCharge: demandeActions.prendreEnCharge,
  demanderPieces: demandeActions.demanderPieces,
  accepter: demandeActions.accepterDemande,
  cloturer: demandeActions.cloturerDemande,
  refuser: demandeActions.refuserDemande,
  accepterATemps: demandeActions.accepterDemande,
  refuserATemps: demandeActions.refuserDemande,
  ecarter: demandeActions.ecarterDemande,
  communiquerMotifs: demandeActions.communiquerMotifs,
  remplacer: demandeActions.accepterDemande,
  ameliorer: demandeActions.accepterDemande,
  envisagerRetrait: demandeActions.envisagerRetrait,
  observer: demandeActions.consignerFait,
  abandonnerRetrait: demandeActions.consignerFait,
  retirer: demandeActions.retirerDecision,
  notifier: demandeActions.consignerFait,
  recevoirPieces: demandeActions.consignerFait,
  examinerPieces: demandeActions.examinerPieces,
  demanderOriginal: demandeActions.consignerFait,
  recevoirOriginal: demandeActions.consignerFait,
  ouvrirVerification: demandeActions.consignerFait,
  leverVerification: demandeActions.consignerFait,
  regulariser: demandeActions.consignerFait,
  transmettre: demandeActions.consignerFait,
  prolonger: demandeActions.consignerFait,
  noterCada: demandeActions.consignerFait,
  medier: demandeActions.consignerFait,
  desister: demandeActions.consignerFait,
  demanderMotifs: demandeActions.consignerFait,
  contester: demandeActions.consignerFait,
  rouvrir: demandeActions.consignerFait,
} as const satisfies Partial<Record<Geste, unknown>>;
export type Acte = keyof typeof ACTES;

/** May this agent do it at all? The contract says which roles. */
export const peut = ({ role }: Pick<Agent, 'role'>, acte: Acte): boolean =>
  (ACTES[acte].par as readonly string[]).includes(role);

/** What this agent may do now, in the order of the buttons. */
export const actesDe = (gestes: readonly string[], agent: Pick<Agent, 'role'>): Acte[] =>
  (Object.keys(ACTES) as Acte[]).filter((acte) => gestes.includes(acte) && peut(agent, acte));
