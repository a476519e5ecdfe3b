import type { Dossier } from '../../../functions/demandes/formes.ts';

type Piece = { id: string; nom: string };

/** What may still come: what was asked for, then what the person promised. */
export const attenduesDe = ({ manquantes, promises }: Pick<Dossier, 'manquantes' | 'promises'>): Piece[] => [
  ...manquantes.filter(({ recue }) => !recue).map(({ id, nom }) => ({ id, nom })),
  ...promises,
];

/** What came and nobody has judged yet. What was asked again is judged as what was asked. */
export const aExaminer = ({ attendues, manquantes }: Pick<Dossier, 'attendues' | 'manquantes'>): Piece[] => {
  const demandees = new Map(manquantes.map((piece) => [piece.id, piece]));
  const prevues = new Set(attendues.map(({ id }) => id));
  return [
    ...attendues.map((piece) => demandees.get(piece.id) ?? piece),
    ...manquantes.filter(({ id }) => !prevues.has(id)),
  ]
    .filter(({ etat }) => etat === 'recue')
    .map(({ id, nom }) => ({ id, nom }));
};
