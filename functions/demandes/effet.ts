import { dire, type Explication } from '../echeances/explication.ts';
import { enBref } from '../platform/lettres.ts';
import type { Demande } from './demande.ts';
import { horlogeDe } from './horloge.ts';

/** What an event has done to the date that the person was told, and why: nothing when it has not moved (CRPA L114-5). */
export const effetSurLaDate = (avant: Demande, apres: Demande): string[] => {
  const [ancienne, nouvelle] = [horlogeDe(avant), horlogeDe(apres)];
  if (ancienne.terme?.le === nouvelle.terme?.le || avant.statut === 'a-qualifier') return [];
  const annoncee = ancienne.terme ? `La date annoncée était le ${enBref(ancienne.terme.le)}. ` : '';
  const desormais = nouvelle.terme
    ? `Sans réponse de la mairie, votre demande sera désormais ${nouvelle.terme.sens === 'acceptation' ? 'acceptée' : 'rejetée'} le ${enBref(nouvelle.terme.le)}.`
    : 'Cette date ne tient plus.';
  const raisons = nouvellesRaisons(ancienne.explications, nouvelle.explications);
  return [annoncee + desormais, ...raisons.map(dire)];
};

/** The same, of the last thing that happened. */
export const effetDuDernier = (demande: Demande): string[] =>
  effetSurLaDate({ ...demande, faits: demande.faits.slice(0, -1) }, demande);

const nouvellesRaisons = (avant: readonly Explication[], apres: readonly Explication[]): Explication[] =>
  apres.filter(({ phrase }) => !avant.some((ancienne) => ancienne.phrase === phrase));
