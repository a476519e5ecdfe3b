import { jourLocal } from '../platform/lettres.ts';
import type { Contexte } from '../platform/perform.ts';
import { demandeStore } from './demande.store.ts';
import type { Reference } from './reference.ts';

/** Each reading of a file by an agent leaves a line, once a day, that the person can see. */
export const noterLecture = (reference: Reference, { commune, demandeur, now, table }: Contexte): void => {
  if (demandeur.qui !== 'agent') return;
  const { courriel: id, nom, qualite } = demandeur.agent;
  const le = jourLocal(now.toISOString(), commune.fuseau);
  demandeStore(table).addConsultation(reference, { le, id, nom: `${nom}, ${qualite}` });
};
