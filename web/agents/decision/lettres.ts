import type { Agent } from '../../../functions/agents/agent.ts';
import { arreteLeDelai } from '../../../functions/demandes/demande.ts';
import type { Fait, PieceManquante } from '../../../functions/demandes/fait.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { type Lettre, lettreDeDecision, lettreDePieces } from '../../../functions/demandes/lettres.ts';
import { commune } from '../../client.ts';
import { demandeAvec, enFondement, signatureDe } from './brouillon.ts';
import { passeFidele } from './passe.ts';

type Contexte = { dossier: Dossier; moi: Agent; maintenant: string };
type Decision = Pick<
  Extract<Fait, { type: 'decision' }>,
  'sens' | 'texte' | 'faits' | 'droit' | 'priseLe' | 'notifieeLe'
>;

/** Where words are still to come in a letter. */
export const A_ECRIRE = '…';

/** The letter of a decision, as it would leave now. */
export const apercevoirDecision = (decision: Decision, { dossier, moi, maintenant }: Contexte): Lettre => {
  const demande = demandeAvec(dossier, {
    type: 'decision',
    ...decision,
    le: maintenant,
    ...signatureDe(moi, dossier),
  });
  return lettreDeDecision(demande, commune);
};

export type Demandee = { id?: string; nom: string; motif: string };
type Demandees = { pieces: readonly Demandee[]; jusquau: string; message: string };

/** The letter which asks for pièces: those asked before and not yet arrived are asked again. */
export const apercevoirPieces = (
  { pieces, jusquau, message }: Demandees,
  { dossier, moi, maintenant }: Contexte,
): Lettre => {
  const nouvelles = pieces.map((piece, rang) => manquanteDe(piece, rang, dossier));
  const anciennes = dossier.manquantes
    .filter(({ id }) => !nouvelles.some((nouvelle) => nouvelle.id === id))
    .map(({ fondement, ...piece }) => ({
      ...piece,
      indispensable: true,
      ...(fondement && { fondement: enFondement(fondement) }),
    }));
  const fait: Fait = {
    type: 'pieces-demandees',
    pieces: nouvelles.map(({ nom }) => nom),
    jusquau,
    arreteLeDelai: arreteLeDelai(nouvelles),
    le: maintenant,
    ...signatureDe(moi, dossier),
  };
  const lettre = lettreDePieces(demandeAvec(dossier, fait, [...anciennes, ...nouvelles]), message.trim());
  return passeFidele(dossier) ? lettre : { ...lettre, paragraphes: lettre.paragraphes.filter(sansDate) };
};

/** Where several pauses overlap, only the commune can count the new date: it is left out. */
const sansDate = (paragraphe: string): boolean => !paragraphe.startsWith('La date annoncée');

/** A pièce of the démarche keeps its text; one that the agent adds has none. */
const manquanteDe = (
  { id, nom, motif }: Demandee,
  rang: number,
  { attendues }: Pick<Dossier, 'attendues'>,
): PieceManquante => {
  const attendue = attendues.find((candidate) => candidate.id === id);
  const commun = { nom: nom.trim(), motif: motif.trim(), recue: false };
  if (!attendue) return { id: `autre${rang + 1}`, indispensable: false, ...commun };
  const { fondement, indispensable } = attendue;
  return {
    id: attendue.id,
    indispensable,
    ...commun,
    ...(fondement && { fondement: enFondement(fondement) }),
  };
};
