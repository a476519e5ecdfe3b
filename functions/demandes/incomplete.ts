import type { Agent } from '../agents/agent.ts';
import { type Commune, serviceDe } from '../commune/commune.ts';
import type { Demarche } from '../demarches/demarche.ts';
import { piecesDe, type Reponses } from '../demarches/reponses.ts';
import { DOCTRINE } from '../echeances/doctrine.ts';
import { ajouter, jourDe } from '../platform/dates.ts';
import { reclamer, type Signature } from './consigner.ts';
import type { Demande } from './demande.ts';
import type { Auteur, PieceManquante } from './fait.ts';
import { manquanteDe } from './manquantes.ts';

/** What a file lacks at its birth, of what a text requires and that nobody can do without (CRPA L114-5, L114-5-1). */
export const absentesDe = (
  demarche: Demarche,
  { reponses, venues }: { reponses: Reponses; venues: readonly string[] },
): PieceManquante[] =>
  piecesDe(demarche, reponses)
    .filter(({ id, fondement, indispensable, obligatoire }) =>
      Boolean(fondement && indispensable && obligatoire && !venues.includes(id)),
    )
    .map((piece) => manquanteDe({ ...piece, motif: '' }, { idLibre: piece.id, demarche }));

/** What an agent does not find of what came, on paper or in a mail. Asking for what no text requires changes no date. */
export const choisiesDe = (
  demarche: Demarche,
  { manquantes }: { manquantes: readonly string[] },
): PieceManquante[] =>
  demarche.pieces
    .filter(({ id, fondement, obligatoire }) => fondement && obligatoire && manquantes.includes(id))
    .map((piece) => manquanteDe({ ...piece, motif: '' }, { idLibre: piece.id, demarche }));

export const parLAgent = ({ courriel: id, nom, qualite }: Agent, service: string): Auteur => ({
  qui: 'agent',
  nom: `${nom}, ${qualite}`,
  id,
  service,
});

/** Who asks, when it is the accusé itself. */
export const parLaCommune = (commune: Commune, service: string): Auteur => ({
  qui: 'horloge',
  nom: commune.nomComplet,
  service: serviceDe(commune, service).nom,
});

/**
 * The demande whose accusé says what is missing, until when it may come, and what it does to the delay (CRPA R112-11-4,
 * R112-5, L114-5). Its watch is the first: nothing has begun before.
 */
export const naitreIncomplete = (
  demande: Demande,
  absentes: readonly PieceManquante[],
  signature: Signature,
): Demande => {
  // What is declared or told is not a demande: nothing may be missing from it (R112-11-1).
  if (absentes.length === 0 || demande.nature) return demande;
  const { delaiPieces } = demande.doctrine ?? DOCTRINE;
  const jusquau = ajouter(jourDe(signature.le, demande.fuseau), `P${delaiPieces}D`);
  return { ...reclamer(demande, absentes, { jusquau, signature }), reglage: demande.reglage };
};
