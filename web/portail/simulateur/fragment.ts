import {
  type Cas,
  type Contestation,
  casVierge,
  delaiDe,
  estDepart,
  estRecours,
  estRegime,
  estResidence,
  lieuDe,
  residenceIci,
  type Territoire,
} from './cas.ts';
import { type EvenementSaisi, estTypeEvenement } from './evenement.ts';
import { estCalendrier, FUSEAUX, HORLOGES, TERRITOIRES } from './territoires.ts';

/** A case as an address carries it, after the `#`: browsers keep that part from every server. */
export const enFragment = (cas: Cas): string =>
  new URLSearchParams([
    ['regime', cas.regime],
    ...(cas.regime === 'AUCUN' ? [] : [['delai', delaiDe(cas)]]),
    ...(cas.regime === 'SVR' ? contestationEnFragment(cas) : []),
    ...(cas.regime === 'SVR' && cas.depuis === 'competente' ? [['depuis', cas.depuis]] : []),
    ...lieuEnFragment(cas),
    ['fuseau', cas.fuseau],
    ['recue', cas.jour],
    ...(cas.heure ? [['heure', cas.heure]] : []),
    ...(cas.heure && cas.horloge ? [['horloge', cas.horloge]] : []),
    ...cas.evenements.map((evenement) => ['evenement', evenementEnFragment(evenement)]),
  ]).toString();

export const contestationEnFragment = ({ residence, recours }: Contestation): [string, string][] => [
  ['residence', residence],
  ...(recours === 'cada' ? [['recours', recours] as [string, string]] : []),
];

export const lireContestation = (lu: URLSearchParams, calendrier: string): Contestation => {
  const [residence = '', recours = ''] = [lu.get('residence') ?? '', lu.get('recours') ?? ''];
  return {
    residence: estResidence(residence) ? residence : residenceIci(calendrier),
    recours: estRecours(recours) ? recours : 'tribunal',
  };
};

export const lieuEnFragment = (territoire: Territoire): [string, string][] => {
  const { calendrier, vendrediSaint } = lieuDe(territoire);
  return [
    ['calendrier', calendrier],
    ...(vendrediSaint === false ? [['vendredi-saint', 'non'] as [string, string]] : []),
  ];
};

const evenementEnFragment = ({ type, le, jusquau, complet }: EvenementSaisi): string => {
  const suite = { 'pieces-demandees': jusquau, 'pieces-recues': complet ? 'complet' : 'incomplet' };
  return [type, le, type in suite ? suite[type as keyof typeof suite] : ''].filter(Boolean).join('_');
};

/** The case of an address, or none. What it does not know is left as it was. */
export const lireCas = (fragment: string, fuseau: string): Cas | undefined => {
  const lu = new URLSearchParams(fragment);
  const jour = dateLue(lu.get('recue'));
  if (!jour) return undefined;
  const vierge = { ...casVierge(fuseau), ...lireLieu(lu, fuseau) };
  return {
    ...vierge,
    ...lireContestation(lu, vierge.calendrier),
    ...lireRegle(lu, vierge),
    fuseau: connu(FUSEAUX, lu.get('fuseau')) || fuseauDu(vierge.calendrier, vierge.fuseau),
    jour,
    heure: /^([01]\d|2[0-3]):[0-5]\d$/.exec(lu.get('heure') ?? '')?.[0] ?? '',
    horloge: connu(HORLOGES, lu.get('horloge')),
    evenements: lu.getAll('evenement').flatMap(lireEvenement),
  };
};

const lireRegle = (lu: URLSearchParams, vierge: Cas): Pick<Cas, 'regime' | 'depuis' | 'nombre' | 'unite'> => {
  const [, nombre = vierge.nombre, unite = vierge.unite] =
    /^P(\d{1,3})([MD])$/.exec(lu.get('delai') ?? '') ?? [];
  const [regime, depuis] = [lu.get('regime') ?? '', lu.get('depuis') ?? ''];
  return {
    regime: estRegime(regime) ? regime : '',
    depuis: estDepart(depuis) ? depuis : vierge.depuis,
    nombre,
    unite,
  };
};

export const lireLieu = (lu: URLSearchParams, fuseau: string): Territoire => {
  const calendrier = lu.get('calendrier') ?? '';
  return {
    calendrier: estCalendrier(calendrier) ? calendrier : casVierge(fuseau).calendrier,
    vendrediSaint: lu.get('vendredi-saint') !== 'non',
  };
};

/** The clock of a territory. */
export const fuseauDu = (calendrier: string, sinon: string): string =>
  estCalendrier(calendrier) ? TERRITOIRES[calendrier].fuseau : sinon;

const connu = (noms: Record<string, string>, saisie: string | null): string =>
  saisie !== null && Object.hasOwn(noms, saisie) ? saisie : '';

export const dateLue = (saisie: string | null | undefined): string =>
  /^\d{4}-\d{2}-\d{2}$/.exec(saisie ?? '')?.[0] ?? '';

const lireEvenement = (ecrit: string, rang: number): EvenementSaisi[] => {
  const [type = '', le, suite] = ecrit.split('_');
  if (!estTypeEvenement(type)) return [];
  return [{ cle: rang + 1, type, le: dateLue(le), jusquau: dateLue(suite), complet: suite !== 'incomplet' }];
};
