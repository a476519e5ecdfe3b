import type { Autorite } from '../demarches/autorite.ts';
import { enBref } from '../platform/lettres.ts';
import type { AgentHabilite, Commune } from './commune.ts';
import { ACTES, type Delegation, enVigueurLe, finitAvant, type NatureActe } from './delegation.ts';

/** An act that waits for a signature: what it is, of which démarche, and in whose name. */
export type ActeASigner = { nature: NatureActe; demarche: string; autorite?: Autorite | undefined };

/** What is printed under an act, and what is kept of the arrêté on which it rests (CRPA L212-1). */
export type Qualification = {
  formule: string;
  delegation?: { nature: Delegation['nature']; arrete: Delegation['arrete'] };
};
export type Verdict = ({ oui: true } & Qualification) | { oui: false; raison: string };

type Lieu = {
  jour: string;
  commune: Pick<Commune, 'agents' | 'delegations' | 'conseil' | 'services' | 'nomComplet'>;
};

/**
 * May this person sign this act that day, and what is then printed? The day of the signature counts, and no other
 * (CGCT L2122-18 to L2122-20, L2131-1). Pure.
 */
export const peutSigner = (acte: ActeASigner, courriel: string, lieu: Lieu): Verdict => {
  const personne = lieu.commune.agents.find((agent) => agent.courriel === courriel);
  if (!personne) return { oui: false, raison: 'Cette personne n’est plus dans le fichier de la commune.' };
  if (personne.mandat === 'maire')
    return { oui: true, formule: [CHEF[titreDe(acte)], nomDe(personne), lieu.commune.nomComplet].join(', ') };
  const siennes = lieu.commune.delegations.filter(
    ({ delegataire, demarches, actes }) =>
      delegataire === courriel && demarches.includes(acte.demarche) && actes.includes(acte.nature),
  );
  const valable = siennes.find((delegation) => empechement(delegation, lieu) === undefined);
  if (valable) return { oui: true, ...parDelegation(valable, { acte, personne, lieu }) };
  const derniere = siennes.toSorted((a, b) => a.du.localeCompare(b.du)).at(-1);
  return {
    oui: false,
    raison:
      (derniere && empechement(derniere, lieu)) ??
      `Aucun arrêté ne délègue à ${nomDe(personne)} le pouvoir de signer ${ACTES[acte.nature]} pour cette démarche. (CGCT, L2122-18 et L2122-19)`,
  };
};

/** Those who may sign it that day, the maire first. */
export const signatairesDe = (acte: ActeASigner, lieu: Lieu): AgentHabilite[] =>
  lieu.commune.agents
    .filter(({ courriel }) => peutSigner(acte, courriel, lieu).oui)
    .toSorted((a, b) => Number(b.mandat === 'maire') - Number(a.mandat === 'maire'));

const nomDe = ({ prenom, nom }: Pick<AgentHabilite, 'prenom' | 'nom'>): string => `${prenom} ${nom}`;

/** The maire is the président of the CCAS, which is not the commune (CASF L123-6). */
const titreDe = ({ autorite }: ActeASigner): 'maire' | 'president' =>
  autorite === 'ccas' ? 'president' : 'maire';
const CHEF = { maire: 'Le maire', president: 'Le président du CCAS' } as const;
const POUR = {
  maire: 'Pour le maire et par délégation',
  president: 'Pour le président du CCAS et par délégation',
} as const;

const parDelegation = (
  { qualite, nature, arrete }: Delegation,
  { acte, personne, lieu: { commune } }: { acte: ActeASigner; personne: AgentHabilite; lieu: Lieu },
): Qualification => ({
  formule: [POUR[titreDe(acte)], qualite, nomDe(personne), serviceDuSignataire(personne, commune)].join(', '),
  delegation: { nature, arrete },
});

/** Theirs, and not that of the file: who has several is of the commune (CRPA L212-2). */
const serviceDuSignataire = (
  { services: [premier, ...autres] }: AgentHabilite,
  commune: Lieu['commune'],
): string =>
  (autres.length === 0 && commune.services.find(({ id }) => id === premier)?.nom) || commune.nomComplet;

/** Why an arrêté does not let anyone sign that day; undefined when it does. */
const empechement = (delegation: Delegation, { jour, commune }: Lieu): string | undefined => {
  const arrete = `l’arrêté n° ${delegation.arrete.numero} du ${enBref(delegation.arrete.le)}`;
  const depuis = enVigueurLe(delegation);
  if (!depuis)
    return `La délégation n’est pas encore en vigueur : ${arrete} doit être publié et transmis au préfet. (CGCT, L2131-1)`;
  if (jour < depuis)
    return `La délégation n’est en vigueur que depuis le ${enBref(depuis)} (${arrete}). (CGCT, L2131-1)`;
  const fin = finitAvant(delegation, commune.conseil ?? {});
  if (fin && jour >= fin) return finie(delegation, { arrete, fin, installeLe: commune.conseil?.installeLe });
  return presence(delegation, { jour, commune });
};

const presence = ({ siAbsents = [], arrete }: Delegation, { jour, commune }: Lieu): string | undefined => {
  const present = siAbsents.find((un) => !estAbsent(un, jour, commune));
  const personne = commune.agents.find(({ courriel }) => courriel === present);
  return present === undefined
    ? undefined
    : `Cette délégation (arrêté n° ${arrete.numero}) ne vaut qu’en l’absence de ${personne ? nomDe(personne) : present}, et aucune absence n’est notée ce jour.`;
};

const finie = (
  { rapporteeLe, au }: Delegation,
  { arrete, fin, installeLe }: { arrete: string; fin: string; installeLe: string | undefined },
): string => {
  if (fin === rapporteeLe)
    return `La délégation a été rapportée le ${enBref(fin)} (${arrete}). (CGCT, L2122-20)`;
  if (fin === installeLe)
    return `La délégation a pris fin avec l’élection du maire, le ${enBref(fin)} (${arrete}). (CGCT, L2122-20)`;
  return `La délégation a pris fin le ${enBref(au ?? fin)} (${arrete}).`;
};

const estAbsent = (courriel: string, jour: string, { agents }: Pick<Commune, 'agents'>): boolean =>
  agents
    .find((agent) => agent.courriel === courriel)
    ?.absences?.some(({ du, au }) => du <= jour && jour <= au) ?? false;
