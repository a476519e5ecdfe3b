import path from 'node:path';
import type * as z from 'zod';
import type { Commune } from '../../functions/commune/commune.ts';
import { type Conseil, type Delegation, NatureActe } from '../../functions/commune/delegation.ts';
import type { demandeActions } from '../../functions/demandes/demande.actions.ts';
import { deposerDemande } from '../../functions/demandes/deposer-demande.ts';
import { estDemande, type Reponses } from '../../functions/demarches/reponses.ts';
import { INSTRUCTEURS, type Role } from '../../functions/platform/action.ts';
import { type Lieu, perform } from '../../functions/platform/perform.ts';
import { sessionStore } from '../../functions/platform/session.store.ts';
import { ouvrirTable } from '../../functions/platform/table.ts';
import { lireCommunes } from '../../lib/communes.ts';
import { uneTable } from './table.ts';

const [premiere] = lireCommunes(path.resolve(import.meta.dirname, '../..'));
if (!premiere) throw new Error('aucune commune');

/** The first demo commune, on a table of its own; those who treat demandes sign, whenever the story takes place. */
export const unLieu = async (): Promise<Lieu> => ({
  base: await uneTable(),
  monde: {
    ...premiere,
    commune: { ...premiere.commune, delegations: toutesDelegations(premiere.commune), conseil: CONSEIL },
    origines: ['http://localhost:3000'],
  },
});

const DEPUIS = '2000-01-03';
const CONSEIL: Conseil = {
  installeLe: DEPUIS,
  delegueAuMaire: premiere.commune.conseil?.delegueAuMaire ?? [],
};

/** Every agent who may write in a file signs all acts; who has an arrêté of the file keeps its words. */
const toutesDelegations = ({ agents, delegations, demarches }: Commune): Delegation[] =>
  agents
    .filter(({ role }) => (INSTRUCTEURS as readonly string[]).includes(role))
    .map(({ courriel, qualite }) => ({
      nature: 'signature',
      fonction: 'responsable-de-service',
      delegataire: courriel,
      qualite: delegations.find(({ delegataire }) => delegataire === courriel)?.qualite ?? qualite,
      demarches: demarches.ouvertes,
      actes: NatureActe.options,
      arrete: { numero: 'essai', le: DEPUIS },
      publieeLe: DEPUIS,
      transmiseLe: DEPUIS,
      du: DEPUIS,
    }));

export const LUNDI = new Date('2026-11-23T09:30:00Z');

export const unParticulier = {
  qualite: 'particulier' as const,
  nom: 'Fictif',
  prenom: 'Zoé',
  adresse: { voie: '3 rue de l’Exemple', codePostal: '99999', ville: 'Aubevive' },
  courriel: 'zoe.fictif@courriel.example',
};

export type SaisieDepot = z.input<typeof demandeActions.deposerDemande.input>;

/** Files a demande as the portal does; the démarche is « inscription sur un monument » unless said otherwise. */
export const deposer = (
  lieu: Lieu,
  { now = LUNDI, cle, ...saisie }: Partial<SaisieDepot> & { now?: Date; cle?: string } = {},
) => perform(deposerDemande, { input: { ...uneSaisie(lieu), ...saisie }, now, ...(cle && { cle }) }, lieu);

export const uneSaisie = (lieu: Lieu, id = 'carte-stationnement-resident'): SaisieDepot => {
  const demarche = lieu.monde.demarches.find((candidate) => candidate.id === id);
  if (!demarche) throw new Error(`pas de démarche ${id}`);
  return { demarche: id, usager: unParticulier, reponses: reponsesDe(demarche), pieces: [] };
};

type Demarche = Lieu['monde']['demarches'][number];

/** Plausible answers to every question that the démarche asks, given the ones before. */
export const reponsesDe = (demarche: Demarche): SaisieDepot['reponses'] => {
  const reponses: Reponses = {};
  for (const champ of demarche.etapes.flatMap(({ champs }) => champs))
    if (!champ.facultatif && estDemande(champ, reponses)) reponses[champ.id] = reponseA(champ);
  return reponses;
};

/** A date to come, whenever the tests run. */
const DANS_UN_AN = new Date(Date.now() + 365 * 24 * 3600 * 1000).toISOString().slice(0, 10);

/** The age of a person whose birthday was a month ago, whenever the tests run. */
const ilYA = (ans: number): string =>
  new Date(Date.now() - (ans * 365.25 + 30) * 24 * 3600 * 1000).toISOString().slice(0, 10);

const arrete = ({ arret = [] }: { arret?: { vaut: string[] }[] | undefined }, option: string): boolean =>
  arret.some(({ vaut }) => vaut.includes(option));

const reponseA = (champ: Demarche['etapes'][number]['champs'][number]) => {
  switch (champ.type) {
    case 'texte':
    case 'texte-long':
      return 'Réponse';
    case 'nombre':
      return champ.min;
    case 'date':
      if (champ.age?.min) return ilYA(champ.age.min);
      return champ.quand === 'future' ? DANS_UN_AN : '2020-03-15';
    case 'choix':
      return champ.options.find((option) => !arrete(champ, option)) ?? '';
    case 'choix-multiple':
      return champ.options.slice(0, 1);
    case 'case':
      return true;
  }
};

/** Opens a session for an agent of the commune: the first with this role, or the one who serves this service. */
export const unAgent = (lieu: Lieu, role: Role = 'instructeur', service?: string) =>
  unAgentLe(lieu, LUNDI, { role, ...(service && { service }) });

/** The same, on another day: a session lasts a working day. */
export const unAgentLe = async (
  lieu: Lieu,
  quand: Date,
  { role, service }: { role: Role; service?: string },
): Promise<{ agent: string }> => {
  const { commune } = lieu.monde;
  const habilite = commune.agents.find(
    (agent) => agent.role === role && (!service || agent.services.includes(service)),
  );
  if (!habilite) throw new Error(`pas d’agent ${role} ${service ?? ''}`);
  const jeton = crypto.randomUUID();
  const table = ouvrirTable(lieu.base);
  sessionStore(table, quand).add(jeton, {
    qui: 'agent',
    courriel: habilite.courriel,
    siret: commune.siretsAgents[0] ?? '',
    idToken: '',
    ouverteLe: quand.toISOString(),
    vueLe: quand.toISOString(),
    appareil: 'Firefox sur Linux',
  });
  await table.commit();
  return { agent: jeton };
};

/** Opens a session for the person who holds these demandes. */
export const unUsager = async (lieu: Lieu, demandes: string[], now = LUNDI): Promise<{ usager: string }> => {
  const jeton = crypto.randomUUID();
  const table = ouvrirTable(lieu.base);
  sessionStore(table, now).add(jeton, { qui: 'usager', demandes });
  await table.commit();
  return { usager: jeton };
};
