import { serviceDe } from '../commune/commune.ts';
import { cadreDe } from '../echeances/cadre.ts';
import { constater } from '../echeances/constat.ts';
import type { Promesse } from '../envois/envoi.ts';
import { numeroStore } from '../envois/numero.store.ts';
import { identifiant } from '../platform/aleas.ts';
import { jourDe } from '../platform/dates.ts';
import type { Contexte } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { agentDe, type Demandeur } from '../platform/session.ts';
import { nomDe } from '../usagers/usager.ts';
import { lettreDEvenement } from './avis.ts';
import { estParti, estTropTard, marquerSiTard } from './contestation.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeStore } from './demande.store.ts';
import type { Demande } from './demande.ts';
import { aAgent, aUsager, decisionAUsager, type Lettre, lettreDeNouvelle } from './lettres.ts';
import type { Reference } from './reference.ts';
import { voiesDe } from './voie.ts';

const TERME_PASSE = {
  phrase: 'Le délai légal est passé : le silence a décidé. La file le montrera dans un instant.',
};

/** After the term too; and for whom, where that is not whoever has the service. */
type Ouverture = { malgreLeTerme?: boolean; verifier?: (demandeur: Demandeur, demande: Demande) => void };

/**
 * Opens a demande for an act of an agent on the version that they saw; after the term too, for what was done before it
 * and is written down late.
 * Throws `introuvable`, `interdit`, `modifie-entre-temps`.
 */
export const ouvrirDossier = async (
  { demande: reference, version }: { demande: Reference; version: number },
  contexte: Contexte,
  { malgreLeTerme = false, verifier = verifierAcces }: Ouverture = {},
) => {
  const { commune, demandeur, now, table } = contexte;
  const demandes = demandeStore(table);
  const lue = await demandes.get(reference);
  verifier(demandeur, lue.valeur);
  if (lue.version !== version) throw new Refus('modifie-entre-temps');
  if (!malgreLeTerme) refuserApresLeTerme(lue.valeur, contexte);
  const { courriel: id, nom, qualite } = agentDe(demandeur);
  const service = serviceDe(commune, lue.valeur.service).nom;
  const garder = (demande: Demande, promis: Promesse[] = []): { version: number } => {
    demandes.replace(lue, demande, { now, promis });
    return { version: version + 1 };
  };
  return {
    demande: lue.valeur,
    aujourdhui: jourDe(now.toISOString(), lue.valeur.fuseau),
    agent: { id, nom, qualite },
    signature: {
      le: now.toISOString(),
      par: { qui: 'agent' as const, nom: `${nom}, ${qualite}`, id, service },
    },
    /** No message leads to the person: they have none, or want no SMS. */
    estSurPapier: async (): Promise<boolean> => {
      const voies = voiesDe(lue.valeur);
      if (voies.some(({ par }) => par === 'courriel')) return false;
      const refuses = await Promise.all(voies.map(({ a }) => numeroStore(table).refuse(a)));
      return refuses.every(Boolean);
    },
    /** Did an accusé leave for the person? */
    accuseParti: async (): Promise<boolean> => estParti((await demandes.getEntiere(reference)).envois),
    /** Keeps the new state and what it promises, in one write. */
    garder,
    /** The same, and puts the act in the person's space: what leaves says that it is there (CRPA L212-2, 1°). */
    notifier: (demande: Demande, lettre: Lettre) =>
      garder(demande, decisionAUsager(demande, lettre, identifiant)),
    /** The same, and tells the person what has happened, what it does to the date, and why. */
    evenement: (demande: Demande) =>
      garder(demande, aUsager(demande, lettreDEvenement(lue.valeur, demande, commune), identifiant)),
  };
};

/** The term has passed and the watch is late: silence has decided, nobody else can (CRPA L231-1, L242-1). */
const refuserApresLeTerme = (demande: Demande, contexte: Contexte): void => {
  if (constater(demande, contexte.now, cadreDe(demande, contexte)).type === 'silence')
    throw new Refus('geste-impossible', [TERME_PASSE]);
};

const TROP_TARD = {
  phrase:
    'Le délai pour contester cette décision est passé, même pour qui habite à l’étranger (CJA, R421-7). Si vous pensez que ce délai ne vaut pas pour vous, écrivez à la mairie : elle gardera votre demande.',
};

/** Opens a demande for an act of the person who made it. Throws `introuvable`, `interdit`. */
export const ouvrirSienne = async (reference: Reference, contexte: Contexte) => {
  const { commune, demandeur, now, origines, table } = contexte;
  const demandes = demandeStore(table);
  const lue = await demandes.get(reference);
  verifierAcces(demandeur, lue.valeur);
  refuserApresLeTerme(lue.valeur, contexte);
  const nom = nomDe(lue.valeur.usager);
  return {
    demande: lue.valeur,
    signature: { le: now.toISOString(), par: { qui: 'usager' as const, nom } },
    /** Marked late when it is, as far as anyone can know. */
    dater: async (demande: Demande): Promise<Demande> => {
      const tardif = marquerSiTard(demande, commune);
      if (tardif === demande) return demande;
      return estParti((await demandes.getEntiere(reference)).envois) ? tardif : demande;
    },
    /**
     * Throws `geste-impossible` once the delay to contest is over, wherever the person lives; without an accusé that
     * left for them, no delay may be held against them (CRPA L112-6, L112-12).
     */
    verifierDelai: async (): Promise<void> => {
      if (!estTropTard(lue.valeur, commune, jourDe(now.toISOString(), lue.valeur.fuseau))) return;
      const { envois } = await demandes.getEntiere(reference);
      if (estParti(envois)) throw new Refus('geste-impossible', [TROP_TARD]);
    },
    /** Keeps the new state; the person is told, and whoever has the file. */
    garder: (demande: Demande, nouvelle: string): void => {
      const agents = demande.agent?.id ?? serviceDe(commune, demande.service).courriel;
      demandes.replace(lue, demande, {
        now,
        promis: [
          ...aUsager(demande, lettreDEvenement(lue.valeur, demande, commune), identifiant),
          aAgent({ ...lettreDeNouvelle(demande, nouvelle, origines[0]), a: agents }, identifiant()),
        ],
      });
    },
  };
};
