import { dire, type Explication } from '../echeances/explication.ts';
import type { Horloge, Terme } from '../echeances/horloge.ts';
import { enBref } from '../platform/lettres.ts';
import type { Demande } from './demande.ts';
import { horlogeDe } from './horloge.ts';

/** What an event has done to the date that the person was told, and why: nothing when it has not moved (CRPA L114-5). */
export const effetSurLaDate = (avant: Demande, apres: Demande): string[] => {
  const [ancienne, nouvelle] = [horlogeDe(avant), horlogeDe(apres)];
  if (ancienne.terme?.le === nouvelle.terme?.le || avant.statut === 'a-qualifier') return [];
  if (nouvelle.ailleurs) return [ailleursDite(nouvelle.ailleurs)];
  const annoncee = ancienne.terme ? `La date annoncée était le ${enBref(ancienne.terme.le)}. ` : '';
  const desormais = nouvelle.terme
    ? `Sans réponse de la mairie, votre demande sera désormais ${nouvelle.terme.sens === 'acceptation' ? 'acceptée' : 'rejetée'} le ${enBref(nouvelle.terme.le)}.`
    : 'Cette date ne tient plus.';
  return [annoncee + desormais, ...raisonsDe(ancienne, nouvelle)];
};

/** Sent on, a rejection keeps its day (CRPA L114-3): the letter has said already who will answer. */
const ailleursDite = ({ le }: Terme): string =>
  `La date annoncée vaut toujours : sans réponse de cette administration, votre demande sera rejetée le ${enBref(le)}. (CRPA, L114-3)`;

const raisonsDe = (ancienne: Horloge, nouvelle: Horloge): string[] =>
  nouvellesRaisons(ancienne.explications, nouvelle.explications).map(dire);

/** The same, of the last thing that happened. */
export const effetDuDernier = (demande: Demande): string[] =>
  effetSurLaDate({ ...demande, faits: demande.faits.slice(0, -1) }, demande);

const nouvellesRaisons = (avant: readonly Explication[], apres: readonly Explication[]): Explication[] =>
  apres.filter(({ phrase }) => !avant.some((ancienne) => ancienne.phrase === phrase));
