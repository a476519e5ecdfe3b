import { easter } from 'date-easter';
import type { CALENDRIERS, Commune } from '../commune/commune.ts';
import { ajouter, type Jour, jourDeSemaine } from '../platform/dates.ts';

/** Which days the commune's agents do not work. `feriesLocaux` are `MM-JJ`, for what no national text knows. */
export type Calendrier = {
  zone: (typeof CALENDRIERS)[number];
  /** Alsace-Moselle only: true where the commune has a Protestant or a mixed church (code du travail L3134-13). */
  vendrediSaint?: boolean | undefined;
  feriesLocaux?: readonly string[] | undefined;
  samediOuvre?: boolean | undefined;
};

export const calendrierDe = ({
  calendrier,
  vendrediSaint,
  feriesLocaux,
  doctrine,
}: Pick<Commune, 'calendrier' | 'vendrediSaint' | 'feriesLocaux' | 'doctrine'>): Calendrier => ({
  zone: calendrier,
  vendrediSaint,
  feriesLocaux,
  samediOuvre: doctrine?.samediOuvre,
});

/** Code du travail L3133-1. */
const PARTOUT: Record<string, string> = {
  '01-01': 'jour de l’An',
  '05-01': 'fête du Travail',
  '05-08': 'Victoire de 1945',
  '07-14': 'fête nationale',
  '08-15': 'Assomption',
  '11-01': 'Toussaint',
  '11-11': 'Armistice de 1918',
  '12-25': 'Noël',
};

/** Days after Easter Sunday. */
const APRES_PAQUES: Record<number, string> = {
  1: 'lundi de Pâques',
  39: 'Ascension',
  50: 'lundi de Pentecôte',
};

const ABOLITION = 'abolition de l’esclavage';

/** Code du travail L3134-13 (Alsace-Moselle) and L3422-2 (overseas). Where nothing is said, the commune's file adds its own. */
const PROPRES: Partial<Record<Calendrier['zone'], Record<string, string>>> = {
  'alsace-moselle': { '12-26': 'Saint-Étienne' },
  guadeloupe: { '05-27': ABOLITION },
  martinique: { '05-22': ABOLITION },
  guyane: { '06-10': ABOLITION },
  'la-reunion': { '12-20': ABOLITION },
  mayotte: { '04-27': ABOLITION },
  'saint-martin': { '05-28': ABOLITION },
  'saint-barthelemy': { '10-09': ABOLITION },
};

const mobiles = new Map<number, Map<Jour, string>>();

/** The feasts that follow Easter, reckoned once a year. */
const mobilesDe = (annee: number): Map<Jour, string> => {
  const deja = mobiles.get(annee);
  if (deja) return deja;
  const { month, day } = easter(annee);
  const paques = [annee, ...[month, day].map((n) => String(n).padStart(2, '0'))].join('-');
  const jours = new Map(
    Object.entries({ ...APRES_PAQUES, [-2]: VENDREDI_SAINT }).map(([ecart, nom]) => [
      ajouter(paques, Number(ecart) < 0 ? `-P${-Number(ecart)}D` : `P${ecart}D`),
      nom,
    ]),
  );
  mobiles.set(annee, jours);
  return jours;
};

const VENDREDI_SAINT = 'Vendredi saint';

/** The name of the public holiday that falls on a day, if one does. */
export const ferieDe = (jour: Jour, calendrier: Calendrier): string | undefined => {
  const quantieme = jour.slice(5);
  const mobile = mobilesDe(Number(jour.slice(0, 4))).get(jour);
  if (mobile && (mobile !== VENDREDI_SAINT || observeVendrediSaint(calendrier))) return mobile;
  return (
    PARTOUT[quantieme] ??
    PROPRES[calendrier.zone]?.[quantieme] ??
    (calendrier.feriesLocaux?.includes(quantieme) ? 'fête locale' : undefined)
  );
};

const observeVendrediSaint = ({ zone, vendrediSaint = true }: Calendrier): boolean =>
  zone === 'alsace-moselle' && vendrediSaint;

/** Monday to Friday, public holidays excepted: no text defines it, this is the usage. */
export const estOuvre = (jour: Jour, calendrier: Calendrier): boolean =>
  jourDeSemaine(jour) <= (calendrier.samediOuvre ? 6 : 5) && ferieDe(jour, calendrier) === undefined;

/** The nth working day after a day, which itself does not count. */
export const ajouterOuvres = (jour: Jour, n: number, calendrier: Calendrier): Jour => {
  let atteint = jour;
  for (let reste = n; reste > 0; ) {
    atteint = ajouter(atteint, 'P1D');
    if (estOuvre(atteint, calendrier)) reste -= 1;
  }
  return atteint;
};

/** The day itself, or the next one that is neither a Saturday, a Sunday nor a holiday, as before a judge. */
export const prorogerAuJourOuvre = (jour: Jour, { samediOuvre: _, ...calendrier }: Calendrier): Jour =>
  estOuvre(jour, calendrier) ? jour : ajouterOuvres(jour, 1, calendrier);
