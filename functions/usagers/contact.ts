import * as z from 'zod';
import { COURRIEL_FAUX, COURRIEL_MAX, courrielDe } from './courriel.ts';
import { telephone } from './numeros.ts';
import { ligneDe } from './telephone.ts';

/** Where someone can be reached, and under which key the demandes that bear it are found. */
export type Contact = { type: 'courriel' | 'telephone'; saisie: string; cle: string };

const ATTENDU = 'Indiquez une adresse e-mail comme nom@exemple.fr, ou un numéro de portable.';

/** An e-mail address or a phone number, in one field. */
export const Contact = z
  .string()
  .trim()
  .min(1, 'Indiquez votre adresse e-mail ou votre numéro de portable.')
  .max(COURRIEL_MAX, `${COURRIEL_MAX} caractères au plus.`)
  .transform((saisie, ctx): Contact => {
    const courriel = courrielDe(saisie);
    if (courriel) return { type: 'courriel', saisie: courriel, cle: courriel };
    const numero = telephone.propre(saisie);
    if (saisie.includes('@')) ctx.addIssue({ code: 'custom', message: COURRIEL_FAUX });
    else if (!/^\+?\d{6,24}$/.test(numero)) ctx.addIssue({ code: 'custom', message: ATTENDU });
    return { type: 'telephone', saisie: numero, cle: cleTelephone(numero) };
  });

const TELEPHONE = 'tel:';
export const cleTelephone = (numero: string): string => `${TELEPHONE}${ligneDe(numero)}`;

/** The keys of the contacts that a person gave. */
export const clesDe = ({
  courriel,
  telephone,
}: {
  courriel?: string | undefined;
  telephone?: string | undefined;
}): string[] => [...(courriel ? [courriel] : []), ...(telephone ? [cleTelephone(telephone)] : [])];

export const estTelephone = (cle: string): boolean => cle.startsWith(TELEPHONE);

/** A contact as a person writes it: `06 39 98 00 01`. */
export const lisible = (cle: string): string => {
  if (!estTelephone(cle)) return cle;
  const ligne = cle.slice(TELEPHONE.length);
  return /^\d{9}$/.test(ligne) ? `0${ligne}`.replace(/\d\d(?=\d)/g, '$& ') : ligne;
};
