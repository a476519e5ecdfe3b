import { serviceDe } from '../commune/commune.ts';
import { constater } from '../echeances/constat.ts';
import { envoiStore } from '../envois/envoi.store.ts';
import { identifiant } from '../platform/aleas.ts';
import type { Contexte } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { agentDe } from '../platform/session.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeStore } from './demande.store.ts';
import type { Demande } from './demande.ts';
import { aUsager, type Lettre } from './lettres.ts';
import type { Reference } from './reference.ts';

const TERME_PASSE = {
  phrase: 'Le délai légal est passé : le silence a décidé. La file le montrera dans un instant.',
};

/** Opens a demande for an act of an agent on the version that they saw. Throws `introuvable`, `interdit`, `modifie-entre-temps`. */
export const ouvrirDossier = async (
  { demande: reference, version }: { demande: Reference; version: number },
  { commune, demandeur, now, table }: Contexte,
) => {
  const demandes = demandeStore(table);
  const lue = await demandes.get(reference);
  verifierAcces(demandeur, lue.valeur);
  if (lue.version !== version) throw new Refus('modifie-entre-temps');
  // The term has passed and the watch is late: silence has decided, an agent can no longer (CRPA L231-1, L242-1).
  if (constater(lue.valeur, now).type === 'silence') throw new Refus('geste-impossible', [TERME_PASSE]);
  const { courriel: id, nom, qualite } = agentDe(demandeur);
  const service = serviceDe(commune, lue.valeur.service).nom;
  return {
    demande: lue.valeur,
    agent: { id, nom, qualite },
    signature: {
      le: now.toISOString(),
      par: { qui: 'agent' as const, nom: `${nom}, ${qualite}`, id, service },
    },
    /** Keeps the new state and promises the letter, in one transaction. */
    garder: (demande: Demande, lettre?: Lettre): { version: number } => {
      demandes.replace(lue, demande);
      if (lettre) for (const envoi of aUsager(demande, lettre, identifiant)) envoiStore(table).add(envoi);
      return { version: version + 1 };
    },
  };
};
