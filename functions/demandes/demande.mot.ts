import { relaisDe } from '../agents/relais.ts';
import { type Commune, serviceDe } from '../commune/commune.ts';
import type { Promesse } from '../envois/envoi.ts';
import { identifiant } from '../platform/aleas.ts';
import { jourDe } from '../platform/dates.ts';
import type { Contexte } from '../platform/perform.ts';
import { type DemandeLue, demandeStore } from './demande.store.ts';
import type { Demande } from './demande.ts';
import { aAgent, aUsager } from './lettres.ts';
import type { Message } from './message.ts';
import { lettreDuMot, lettreDuMotAuxAgents } from './mots.ts';
import { apresLeMot, type Sort, sortDe } from './reouverture.ts';

export type Accueil = Pick<Contexte, 'commune' | 'now' | 'origines' | 'table'>;

type Arrivant = {
  message: Message;
  /** False for a machine, and for a second word that follows closely. */
  accuser: boolean;
  devinee?: boolean | undefined;
  refusees?: readonly string[];
};

/**
 * The one door of a word of the person, by whatever channel and wherever the demande stands: it joins the thread, the
 * demande opens again or calls for a reader, the person is told, and one agent is.
 */
export const accueillirMot = (
  lue: DemandeLue,
  { message, accuser, devinee = false, refusees = [] }: Arrivant,
  { commune, now, origines, table }: Accueil,
): Sort => {
  const { valeur: demande } = lue;
  const sort = sortDe(demande, message, commune.echanges);
  const apres = apresLeMot(demande, message, sort);
  const arrivee = { le: message.le, service: serviceDe(commune, demande.service) };
  const [origine] = origines;
  const accuse =
    accuser && sort !== 'abusive'
      ? aUsager(
          apres,
          lettreDuMot(apres, sort, { commune, origine, arrivee, devinee, refusees }),
          identifiant,
        )
      : [];
  const demandes = demandeStore(table);
  demandes.addMessage(demande.reference, message);
  demandes.replace(lue, apres, {
    now,
    dernierMot: { le: message.le, phrase: 'La personne a écrit', deLaPersonne: true },
    promis: [
      ...accuse,
      ...(dejaPrevenu(lue, message) ? [] : prevenir(apres, sort, { commune, now, origine })),
    ],
  });
  return sort;
};

const REPIT_MS = 600_000;

/** One mail to an agent for several words in a row. */
const dejaPrevenu = ({ valeur, dernierMot }: DemandeLue, { le }: Message): boolean =>
  (valeur.agent !== undefined || valeur.aLire !== undefined) &&
  dernierMot.deLaPersonne === true &&
  Math.abs(Date.parse(le) - Date.parse(dernierMot.le)) < REPIT_MS;

/** While it is open, whoever has the file; once it is over, someone in any case. Abuse is seen in the queue. */
const prevenir = (
  demande: Demande,
  sort: Sort,
  { commune, now, origine }: { commune: Commune; now: Date; origine: string },
): Promesse[] => {
  if (sort === 'abusive' || (sort === 'en-cours' && !demande.agent)) return [];
  const lettre = lettreDuMotAuxAgents(demande, sort, origine);
  return porteurs(demande, { commune, now }).map((a) => aAgent({ ...lettre, a }, identifiant()));
};

/** An agent who has left the commune reads nothing: the service does. */
const porteurs = (demande: Demande, { commune, now }: { commune: Commune; now: Date }): string[] => {
  const { agent, service, fuseau } = demande;
  const present = commune.agents.some(({ courriel }) => courriel === agent?.id);
  return relaisDe({ service, ...(present && agent && { agent }) }, 0, {
    commune,
    le: jourDe(now.toISOString(), fuseau),
  });
};
