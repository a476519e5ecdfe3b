import type { Demarche } from '../demarches/demarche.ts';
import { piecesDe, type Reponses } from '../demarches/reponses.ts';
import type { Piece } from '../pieces/piece.ts';
import type { Demande } from './demande.ts';
import type { Fait, FaitDe } from './fait.ts';
import type { EtatPiece } from './formes.ts';
import { enCours, estClose, ORIGINAL } from './gestes.ts';

/** What is known of a demande and of its files. */
type Entiere = { lue: { valeur: Demande }; reponses: Reponses; pieces: readonly Piece[] };

/** The requests that are not yet answered whole. */
export const demandesEnCours = ({ faits }: Pick<Demande, 'faits'>): FaitDe<'pieces-demandees'>[] => {
  const complet = faits.findLastIndex((fait) => fait.type === 'pieces-recues' && fait.reste === 0);
  return faits.slice(complet + 1).filter((fait) => fait.type === 'pieces-demandees');
};

/** Until when the person may send them: the last of the délais that still run. */
export const delaiImpartiDe = (demande: Pick<Demande, 'faits' | 'statut'>): string | undefined =>
  demande.statut === 'incomplete'
    ? demandesEnCours(demande)
        .map(({ jusquau }) => jusquau)
        .sort()
        .at(-1)
    : undefined;

/** The original that the person must bring, as long as they have not (CRPA R113-6). */
export const originalAttendu = ({
  faits,
  statut,
}: Pick<Demande, 'faits' | 'statut'>): FaitDe<'original-demande'> | undefined => {
  if (estClose({ statut }) || !enCours(faits, ORIGINAL)) return undefined;
  return faits.findLast((fait) => fait.type === 'original-demande');
};

/** What was asked for, and where each stands. */
export const manquantesDe = ({ manquantes, faits }: Demande) =>
  manquantes.map(({ id, nom, motif, fondement, recue }) => ({
    id,
    nom,
    motif,
    recue,
    etat: etatDe({ id, nom, recue }, faits),
    ...(fondement && { fondement: `${fondement.texte}, ${fondement.article}` }),
  }));

/** What an agent has said of it holds until it comes again. */
const etatDe = (
  { id, nom, recue }: { id: string; nom: string; recue: boolean },
  faits: readonly Fait[],
): EtatPiece => {
  const venue = faits.findLastIndex((fait) => fait.type === 'pieces-recues' && fait.pieces.includes(nom));
  const examen = faits.findLast(
    (fait, rang) => rang > venue && fait.type === 'piece-examinee' && fait.piece.id === id,
  );
  if (examen?.type === 'piece-examinee') return examen.verdict;
  return recue ? 'recue' : 'manquante';
};

/** The pièces that one said one would send later, and may still send. */
export const promisesDe = (
  { lue, reponses, pieces }: Entiere,
  demarche: Demarche | undefined,
): { id: string; nom: string; aide?: string }[] => {
  if (!demarche || estClose(lue.valeur)) return [];
  // What comes to the counter or by post is not joined to a form.
  const surPapier = lue.valeur.faits.some((fait) => fait.type === 'recue' && fait.saisieLe !== undefined);
  const venues = new Set([...pieces.map(({ pour }) => pour), ...lue.valeur.manquantes.map(({ id }) => id)]);
  return piecesDe(demarche, reponses)
    .filter(({ id, obligatoire, plusTard }) => obligatoire && (plusTard || surPapier) && !venues.has(id))
    .map(({ id, nom, aide }) => ({ id, nom, ...(aide && { aide }) }));
};

/** It has come with a file, or on paper: an agent wrote it down. */
export const recueOuNon = (
  { id, nom }: { id: string; nom: string },
  { lue, pieces }: Pick<Entiere, 'lue' | 'pieces'>,
) => {
  const { faits } = lue.valeur;
  const recue =
    pieces.some((piece) => piece.pour === id) ||
    faits.some((fait) => fait.type === 'pieces-recues' && fait.pieces.includes(nom));
  return { recue, etat: etatDe({ id, nom, recue }, faits) };
};

/** The name of the pièce that a file answers. */
export const intitulePiece = (
  { pour, deLaMairie }: Pick<Piece, 'pour' | 'deLaMairie'>,
  { manquantes }: Demande,
  demarche: Demarche | undefined,
): string =>
  deLaMairie
    ? 'Document de la mairie'
    : (manquantes.find(({ id }) => id === pour)?.nom ??
      demarche?.pieces.find(({ id }) => id === pour)?.nom ??
      'Pièce jointe');
