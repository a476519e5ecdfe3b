import { jourLocal } from '../platform/lettres.ts';
import type { Contexte } from '../platform/perform.ts';
import { demandeStore } from './demande.store.ts';
import type { Reference } from './reference.ts';

type Lecture = { le: string; id: string; nom: string };

/** Each reading of a file by an agent leaves a line, once a day, that the person can see. */
export const noterLecture = (reference: Reference, contexte: Contexte): void => {
  const lecture = lectureDe(contexte);
  if (lecture) noterLectures(reference, [lecture], contexte);
};

export const noterLectures = (
  reference: Reference,
  lectures: readonly Lecture[],
  { table }: Pick<Contexte, 'table'>,
): void => {
  for (const lecture of lectures) demandeStore(table).addConsultation(reference, lecture);
};

/** The agent who reads now; undefined when it is the person, or the house. */
export const lectureDe = ({
  commune,
  demandeur,
  now,
}: Pick<Contexte, 'commune' | 'demandeur' | 'now'>): Lecture | undefined => {
  if (demandeur.qui !== 'agent') return undefined;
  const { courriel: id, nom, qualite } = demandeur.agent;
  return { le: jourLocal(now.toISOString(), commune.fuseau), id, nom: `${nom}, ${qualite}` };
};
