import { agentActions } from './agents/agent.actions.ts';
import { communeActions } from './commune/commune.actions.ts';
import { demandeActions } from './demandes/demande.actions.ts';
import { demarcheActions } from './demarches/demarche.actions.ts';
import { echeanceActions } from './echeances/echeance.actions.ts';
import { envoiActions } from './envois/envoi.actions.ts';
import { fluxActions } from './flux/flux.actions.ts';
import { interactionActions } from './interactions/interaction.actions.ts';
import { pieceActions } from './pieces/piece.actions.ts';
import { pilotageActions } from './pilotage/pilotage.actions.ts';
import type { Contract } from './platform/action.ts';
import { usagerActions } from './usagers/usager.actions.ts';

/** The manifest: every action of the product, by capability. Everything else is derived from it. */
export const capacites = {
  agents: agentActions,
  commune: communeActions,
  demandes: demandeActions,
  demarches: demarcheActions,
  echeances: echeanceActions,
  envois: envoiActions,
  flux: fluxActions,
  interactions: interactionActions,
  pieces: pieceActions,
  pilotage: pilotageActions,
  usagers: usagerActions,
};

export const actions = {
  ...agentActions,
  ...communeActions,
  ...demandeActions,
  ...demarcheActions,
  ...echeanceActions,
  ...envoiActions,
  ...fluxActions,
  ...interactionActions,
  ...pieceActions,
  ...pilotageActions,
  ...usagerActions,
};
export type NomAction = keyof typeof actions;

/** One row of the manifest: the action's name, its contract, and the file that carries it out. */
export type Entree = { nom: NomAction; contract: Contract; fichier: string };

const kebab = (nom: string): string => nom.replace(/[A-Z]/g, (lettre) => `-${lettre.toLowerCase()}`);

export const manifeste: Entree[] = Object.entries(capacites).flatMap(([capacite, contracts]) =>
  Object.entries(contracts).map(([nom, contract]) => ({
    nom: nom as NomAction,
    contract: contract as Contract,
    fichier: `functions/${capacite}/${kebab(nom)}.ts`,
  })),
);
