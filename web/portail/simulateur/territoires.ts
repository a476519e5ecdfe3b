import type { CALENDRIERS } from '../../../functions/commune/commune.ts';

export type Calendrier = (typeof CALENDRIERS)[number];

/** Each legal calendar, as people name the place, and the clock of its town halls. */
export const TERRITOIRES: Record<Calendrier, { nom: string; fuseau: string }> = {
  metropole: { nom: 'Métropole', fuseau: 'Europe/Paris' },
  'alsace-moselle': { nom: 'Alsace-Moselle', fuseau: 'Europe/Paris' },
  guadeloupe: { nom: 'Guadeloupe', fuseau: 'America/Guadeloupe' },
  martinique: { nom: 'Martinique', fuseau: 'America/Martinique' },
  guyane: { nom: 'Guyane', fuseau: 'America/Cayenne' },
  'la-reunion': { nom: 'La Réunion', fuseau: 'Indian/Reunion' },
  mayotte: { nom: 'Mayotte', fuseau: 'Indian/Mayotte' },
  'saint-martin': { nom: 'Saint-Martin', fuseau: 'America/Marigot' },
  'saint-barthelemy': { nom: 'Saint-Barthélemy', fuseau: 'America/St_Barthelemy' },
  'saint-pierre-et-miquelon': { nom: 'Saint-Pierre-et-Miquelon', fuseau: 'America/Miquelon' },
  'nouvelle-caledonie': { nom: 'Nouvelle-Calédonie', fuseau: 'Pacific/Noumea' },
  'polynesie-francaise': { nom: 'Polynésie française', fuseau: 'Pacific/Tahiti' },
  'wallis-et-futuna': { nom: 'Wallis-et-Futuna', fuseau: 'Pacific/Wallis' },
};

/** The clocks of France. Polynésie has three. */
export const FUSEAUX: Record<string, string> = {
  'Europe/Paris': 'Paris',
  'America/Guadeloupe': 'Guadeloupe',
  'America/Martinique': 'Martinique',
  'America/Cayenne': 'Guyane',
  'Indian/Reunion': 'La Réunion',
  'Indian/Mayotte': 'Mayotte',
  'America/Marigot': 'Saint-Martin',
  'America/St_Barthelemy': 'Saint-Barthélemy',
  'America/Miquelon': 'Saint-Pierre-et-Miquelon',
  'Pacific/Noumea': 'Nouvelle-Calédonie',
  'Pacific/Tahiti': 'Tahiti',
  'Pacific/Marquesas': 'Îles Marquises',
  'Pacific/Gambier': 'Îles Gambier',
  'Pacific/Wallis': 'Wallis-et-Futuna',
};

/** Clocks that a message may have been stamped by: a server's is often universal. */
export const HORLOGES: Record<string, string> = { ...FUSEAUX, UTC: 'Temps universel (UTC)' };

export const estCalendrier = (saisie: string): saisie is Calendrier => Object.hasOwn(TERRITOIRES, saisie);

/** The first territory which lives by this clock. */
export const territoireDe = (fuseau: string): Calendrier =>
  Object.keys(TERRITOIRES)
    .filter(estCalendrier)
    .find((calendrier) => TERRITOIRES[calendrier].fuseau === fuseau) ?? 'metropole';
