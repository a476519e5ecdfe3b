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

/** Opens a demande for an act of an agent on the version that they saw. Throws `introuvable`, `interdit`, `modifie-entre-temps`. */
export const ouvrirDossier = async (
  { demande: reference, version }: { demande: Reference; version: number },
  { demandeur, now, table }: Contexte,
) => {
  const demandes = demandeStore(table);
  const lue = await demandes.get(reference);
  verifierAcces(demandeur, lue.valeur);
  if (lue.version !== version) throw new Refus('modifie-entre-temps');
  const { courriel: id, nom, qualite } = agentDe(demandeur);
  return {
    demande: lue.valeur,
    agent: { id, nom, qualite },
    signature: { le: now.toISOString(), par: { qui: 'agent' as const, nom: `${nom}, ${qualite}`, id } },
    /** Keeps the new state and promises the letter, in one transaction. */
    garder: (demande: Demande, lettre?: Lettre): { version: number } => {
      demandes.replace(lue, demande);
      if (lettre) for (const envoi of aUsager(demande, lettre, identifiant)) envoiStore(table).add(envoi);
      return { version: version + 1 };
    },
  };
};
