import { type Residence, siegeDe } from '../../../functions/echeances/residence.ts';
import type { SaisieEcheance } from '../../../functions/echeances/simulation.ts';
import type { Detail } from '../../../functions/platform/refus.ts';
import type { Entree } from '../../client.ts';
import { type EvenementSaisi, enEvenementSimule } from './evenement.ts';
import { estCalendrier, FUSEAUX, type TERRITOIRES, territoireDe } from './territoires.ts';

type Regime = SaisieEcheance['regime'];
export const REGIMES: Record<Regime, string> = {
  SVA: 'Le silence vaut acceptation',
  SVR: 'Le silence vaut rejet',
  AUCUN: 'Le silence ne décide de rien',
};
export const estRegime = (saisie: string): saisie is Regime => Object.hasOwn(REGIMES, saisie);

/** Where one is, as far as the law looks. */
export type Territoire = { calendrier: string; vendrediSaint: boolean };

/** How a rejection is contested: from where, and before whom first. */
export type Contestation = { residence: Residence; recours: Recours };
type Recours = NonNullable<SaisieEcheance['recours']>;
type Depuis = NonNullable<SaisieEcheance['depuis']>;

export const RESIDENCES: Record<Residence, string> = {
  metropole: 'En métropole',
  'outre-mer': 'Outre-mer',
  etranger: 'À l’étranger',
};
export const estResidence = (saisie: string): saisie is Residence => Object.hasOwn(RESIDENCES, saisie);

export const RECOURS: Record<Recours, string> = {
  tribunal: 'Le tribunal administratif',
  cada: 'La CADA, pour l’accès à un document',
};
export const estRecours = (saisie: string): saisie is Recours => Object.hasOwn(RECOURS, saisie);

export const DEPARTS: Record<Depuis, string> = {
  premiere: 'De la première administration qui l’a reçue',
  competente: 'De l’administration compétente, quand un texte le dit',
};
export const estDepart = (saisie: string): saisie is Depuis => Object.hasOwn(DEPARTS, saisie);

/** A case as it is typed. `horloge` is the clock that showed `heure`; empty, it is the commune's. */
export type Cas = Territoire &
  Contestation & {
    regime: Regime | '';
    depuis: Depuis;
    nombre: string;
    unite: string;
    fuseau: string;
    jour: string;
    heure: string;
    horloge: string;
    evenements: EvenementSaisi[];
  };

/** Two months is the rule (CRPA L231-1, L231-4). */
export const casVierge = (fuseau: string): Cas => ({
  regime: '',
  depuis: 'premiere',
  residence: residenceIci(territoireDe(fuseau)),
  recours: 'tribunal',
  nombre: '2',
  unite: 'M',
  calendrier: territoireDe(fuseau),
  vendrediSaint: true,
  fuseau: fuseau in FUSEAUX ? fuseau : 'Europe/Paris',
  jour: '',
  heure: '',
  horloge: '',
  evenements: [],
});

/** Most people live where their commune is. */
export const residenceIci = (calendrier: string): Residence =>
  estCalendrier(calendrier) ? siegeDe({ zone: calendrier }) : 'metropole';

export const contestationDe = ({ residence, recours }: Contestation) => ({
  residence,
  ...(recours === 'cada' && { recours }),
});

export const lieuDe = ({ calendrier, vendrediSaint }: Territoire) => ({
  calendrier: calendrier as keyof typeof TERRITOIRES,
  ...(calendrier === 'alsace-moselle' && { vendrediSaint }),
});

/** The case as the API asks for it. Its dates have been checked. */
export const enEntree = async (cas: Cas): Promise<Entree<'simulerEcheance'>> => ({
  regime: cas.regime as Regime,
  ...(cas.regime !== 'AUCUN' && { delai: delaiDe(cas) }),
  ...(cas.regime === 'SVR' && {
    ...contestationDe(cas),
    ...(cas.depuis === 'competente' && { depuis: cas.depuis }),
  }),
  recue: await receptionDe(cas),
  fuseau: cas.fuseau,
  ...lieuDe(cas),
  evenements: cas.evenements.map(enEvenementSimule),
});

export const delaiDe = ({ nombre, unite }: Pick<Cas, 'nombre' | 'unite'>): string =>
  `P${Number(nombre)}${unite}`;

/** Most cases know a day and no hour: the library of instants comes for the others only. */
const receptionDe = async ({ jour, heure, horloge, fuseau }: Cas): Promise<string> => {
  if (!heure) return jour;
  const { instantDe } = await import('../../../functions/platform/dates.ts');
  return instantDe(jour, heure, horloge || fuseau);
};

/** What must be mended before anything can be reckoned. */
export const fautesDe = (cas: Cas): Detail[] => [
  ...siFaux(cas.regime !== '', 'regime', 'Choisissez ce que vaut le silence.'),
  ...siFaux(
    cas.regime === 'AUCUN' || (/^\d{1,3}$/.test(cas.nombre) && Number(cas.nombre) > 0),
    'delai',
    'Indiquez le délai en chiffres, par exemple 2.',
  ),
  ...fautesDuLieu(cas),
  ...siFaux(cas.fuseau !== '', 'fuseau', 'Choisissez un fuseau horaire.'),
  ...fauteDeDate('recue', cas.jour, 'Indiquez le jour de réception.'),
  ...cas.evenements.flatMap(({ le, jusquau }, rang) => [
    ...fauteDeDate(`evenements.${rang}.le`, le, 'Indiquez le jour de cet évènement.'),
    ...fauteDeDate(`evenements.${rang}.jusquau`, jusquau, undefined),
  ]),
];

export const fautesDuLieu = ({ calendrier }: Territoire): Detail[] =>
  siFaux(calendrier !== '', 'calendrier', 'Choisissez un territoire.');

/** `siVide` is said when a date must be there. */
export const fauteDeDate = (champ: string, date: string, siVide: string | undefined): Detail[] => {
  if (date === '') return siVide ? [{ champ, phrase: siVide }] : [];
  return siFaux(dateExiste(date), champ, 'Cette date n’existe pas. Vérifiez le jour, le mois et l’année.');
};

const siFaux = (vrai: boolean, champ: string, phrase: string): Detail[] => (vrai ? [] : [{ champ, phrase }]);

/** 30 February reads as 2 March: it does not exist. */
const dateExiste = (date: string): boolean => {
  const lue = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(lue.getTime()) && lue.toISOString().startsWith(date);
};
