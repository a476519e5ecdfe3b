// A number as it is kept (E.164), compared and shown. What a person may type is read by envois/numero.ts.

/** Codes of the ten-digit French numbering plan: from each of its territories, the others are dialled the same way. */
const PLAN = /^(?:\+(?:33|262|590|594|596)0?|0)([1-9]\d{8})$/;
/** Saint-Pierre-et-Miquelon: six digits at home, ten from the rest of France, where its mobiles have nine abroad. */
const SAINT_PIERRE = /^(?:\+508|0)(508\d{6}|708\d{6})$/;

export type Territoire = 'GP' | 'MQ' | 'GF' | 'RE' | 'YT';

/** The first digits of each territory overseas (ARCEP). 06 39 98 is fiction's, and no one's in Mayotte. */
const TERRITOIRES: readonly (readonly [RegExp, Territoire, number])[] = [
  [/^(269|2689|639(?!98)|7093[5-9])/, 'YT', 262],
  [/^(26[23]|268|69[23]|7092)/, 'RE', 262],
  [/^(590|5987|69[01]|7090)/, 'GP', 590],
  [/^(594|5988|694|7093)/, 'GF', 594],
  [/^(596|5989|69[67]|7091)/, 'MQ', 596],
];

/** Where nine digits ring, without their 0; undefined when it is not overseas, or only a library knows. */
export const territoireDe = (ligne: string): Territoire | undefined =>
  TERRITOIRES.find(([debut]) => debut.test(ligne))?.[1];

const net = (numero: string): string =>
  numero
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');

/**
 * The line behind a number, however it is written: `06 39 98 00 01`, `+33 6 39 98 00 01` and `0033639980001` are one.
 * Elsewhere it keeps its country: the same six digits may ring in Nouméa and in Mata-Utu.
 */
export const ligneDe = (numero: string): string => {
  const compose = net(numero);
  return (
    PLAN.exec(compose)?.[1] ?? SAINT_PIERRE.exec(compose)?.[1] ?? compose.replace(/^\+508(?=\d{6}$)/, '508')
  );
};

/** Who answers behind a code, for those that the mairie of a French town meets most. */
const PAYS: Record<string, string> = {
  ...{ 32: 'BE', 34: 'ES', 39: 'IT', 40: 'RO', 41: 'CH', 44: 'GB', 48: 'PL', 49: 'DE', 212: 'MA', 213: 'DZ' },
  ...{ 216: 'TN', 221: 'SN', 223: 'ML', 225: 'CI', 237: 'CM', 243: 'CD', 261: 'MG', 262: 'RE', 269: 'KM' },
  ...{ 351: 'PT', 352: 'LU', 376: 'AD', 377: 'MC', 508: 'PM', 590: 'GP', 594: 'GF', 596: 'MQ', 681: 'WF' },
  ...{ 687: 'NC', 689: 'PF' },
};

type Decoupe = { code: string; local: string; region: string };

/** No code begins another (UIT-T E.164). */
const decouper = (numero: string): Decoupe | undefined => {
  const code = [1, 2, 3].map((long) => numero.slice(1, 1 + long)).find((debut) => PAYS[debut]);
  const region = code && PAYS[code];
  if (!numero.startsWith('+') || !code || !region) return undefined;
  const local = numero.slice(1 + code.length);
  return { code, local, region: territoireDe(local) === 'YT' ? 'YT' : region };
};

/** « La Réunion », « Belgique »: where the number of a region is dialled, as one says it in French. */
export const nomDuPays = (region: string): string =>
  new Intl.DisplayNames('fr', { type: 'region' }).of(region) ?? region;

/**
 * « 06 12 34 56 78 », « +262 692 12 34 56 (La Réunion) », « +32 470123456 (Belgique) »: a number is shown back with its
 * country, so that a person sees how it was understood.
 */
export const telephoneLisible = (numero: string): string => {
  const compose = enInternational(net(numero));
  const france = /^(?:\+33|0)(\d{9})$/.exec(compose)?.[1];
  if (france) return parPaires(`0${france}`);
  const lu = decouper(compose);
  if (!lu) return numero;
  return `+${lu.code} ${grouper(lu)} (${nomDuPays(lu.region)})`.replace(/ /g, '\u00a0');
};

/** A number of overseas, whatever its code or its lack of one. */
const enInternational = (compose: string): string => {
  const ligne = PLAN.exec(compose)?.[1] ?? '';
  const code = TERRITOIRES.find(([debut]) => debut.test(ligne))?.[2];
  return code ? `+${code}${ligne}` : compose;
};

/** What a person may expect of SMS to it: abroad, the commune says where they leave for. */
export const smsAttendu = (numero: string): 'oui' | 'non' | 'selon' => {
  const ligne = PLAN.exec(net(numero))?.[1];
  if (!ligne) return 'selon';
  return /^[67]/.test(ligne) ? 'oui' : 'non';
};

const parPaires = (chiffres: string): string => chiffres.replace(/\d\d(?=\d)/g, '$&\u00a0');

/** As each of the French plans writes it; elsewhere, in one piece. */
const grouper = ({ code, local }: Decoupe): string => {
  if (/^(262|590|594|596)$/.test(code) || (local.length === 9 && code === '508'))
    return `${local.slice(0, 3)} ${parPaires(local.slice(3))}`;
  return /^(508|681|687|689)$/.test(code) ? parPaires(local) : local;
};
