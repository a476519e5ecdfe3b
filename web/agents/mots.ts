import type { Canal } from '../../functions/demandes/fait.ts';
import type { Statut } from '../../functions/demandes/gestes.ts';
import { enBref, heureDe, jourLocal } from '../../functions/platform/lettres.ts';
import { commune } from '../client.ts';

/** The word of each channel, for the eye and for the ear. */
export const CANAUX: Record<Canal, string> = {
  web: 'Internet',
  courriel: 'E-mail',
  sms: 'SMS',
  telephone: 'Téléphone',
  guichet: 'Guichet',
  courrier: 'Courrier',
};

export const STATUTS: Record<Statut, string> = {
  'a-qualifier': 'À qualifier',
  deposee: 'Reçue',
  'en-instruction': 'En instruction',
  incomplete: 'Pièces attendues',
  acceptee: 'Acceptée',
  refusee: 'Refusée',
  traitee: 'Traitée',
  'acceptee-par-silence': 'Acceptée par silence',
  'rejetee-par-silence': 'Rejetée par silence',
  retiree: 'Décision retirée',
  transmise: 'Transmise ailleurs',
  desistee: 'Abandonnée',
  ecartee: 'Classée sans suite',
};

/** The civil day on which the commune lives an instant. */
export const jourDe = (instant: string): string =>
  instant.length === 10 ? instant : jourLocal(instant, commune.fuseau);

/** « 12 mars 2027 à 9 h 30 » */
export const quandEnLettres = (instant: string): string =>
  `${enBref(jourDe(instant))} à ${heureDe(instant, commune.fuseau)}`;

/** « 9 h 30 » today, « hier », « 12 mars »: how a line of the queue says when. */
export const recemment = (instant: string, aujourdhui: string): string => {
  const jour = jourDe(instant);
  const ecart = joursDe(jour, aujourdhui);
  if (ecart === 0) return instant.length === 10 ? 'aujourd’hui' : heureDe(instant, commune.fuseau);
  if (ecart === 1) return 'hier';
  const [quantieme, mois, annee] = enBref(jour).split(' ');
  return aujourdhui.startsWith(annee ?? '') ? `${quantieme} ${mois}` : enBref(jour);
};

const JOUR_MS = 86_400_000;

/** Whole days from one civil day to another. */
export const joursDe = (du: string, au: string): number =>
  Math.round((Date.parse(au) - Date.parse(du)) / JOUR_MS);

/** The civil day that comes so many days after another. */
export const joursApres = (jour: string, jours: number): string =>
  new Date(Date.parse(jour) + jours * JOUR_MS).toISOString().slice(0, 10);

/** « 1 demande », « 12 demandes »: French puts zero and one in the singular. */
export const compter = (nombre: number, mot: string): string =>
  `${nombre.toLocaleString('fr-FR')}\u00a0${mot}${nombre > 1 ? 's' : ''}`;

/** Letters without accents nor capitals, so that « Hélène » is found by « helene ». */
export const aPlat = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
