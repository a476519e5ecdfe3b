import type { Dossier } from '../../../functions/demandes/formes.ts';
import type { Demandee } from './actes.ts';

/** What is being written on the page that asks for pièces. */
export type Choix = {
  cochees: Record<string, string | undefined>;
  libre: { nom: string; motif: string };
  jusquau: string;
  message: string;
};

/** The pièces that are still missing are proposed; the agent unticks. */
export const choixInitial = ({ attendues }: Pick<Dossier, 'attendues'>, jusquau: string): Choix => ({
  cochees: Object.fromEntries(
    attendues.filter(({ recue, indispensable }) => !recue && indispensable).map(({ id }) => [id, '']),
  ),
  libre: { nom: '', motif: '' },
  jusquau,
  message: '',
});

/** The pièces asked for, in the order of the page: those of the démarche, then the one that was added. */
export const demandeesDe = (
  { cochees, libre }: Choix,
  { attendues }: Pick<Dossier, 'attendues'>,
): Demandee[] => [
  ...attendues.flatMap(({ id, nom }) => (cochees[id] === undefined ? [] : [{ id, nom, motif: cochees[id] }])),
  ...(libre.nom.trim() || libre.motif.trim() ? [libre] : []),
];
