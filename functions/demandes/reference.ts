import * as z from 'zod';

/** Crockford's base 32: no I, L, O, U, so that a reference survives a phone call. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ALEAS = 7;
const CODE = 12;

/** Seven random characters and one of control (Luhn modulo 32), shown in two groups: `K7M2-9QX3`. */
export const Reference = z
  .string()
  .transform((saisie) => normaliser(saisie))
  .refine(
    (reference) => reference.length === ALEAS + 1 && controle(reference.slice(0, ALEAS)) === reference.at(-1),
    'Cette référence est mal écrite. Elle a 8 caractères, comme K7M2-9QX3.',
  )
  .transform((reference) => `${reference.slice(0, 4)}-${reference.slice(4)}`)
  .brand<'Reference'>();
export type Reference = z.infer<typeof Reference>;

/** The secret that goes with a reference: twelve characters in three groups. */
export const Code = z
  .string()
  .transform((saisie) => normaliser(saisie))
  .refine((code) => code.length === CODE, 'Ce code est mal écrit. Il a 12 caractères, comme 4H7Q-K2M9-XT3B.')
  .transform((code) => (code.match(/.{4}/g) ?? []).join('-'));

/** Builds a reference from at least 7 random bytes. */
export const referenceDe = (aleas: Uint8Array): Reference => {
  const corps = lettres(aleas).slice(0, ALEAS);
  return Reference.parse(corps + controle(corps));
};

/** Eight characters that one can say over the phone, always the same for the same words, and which lead nowhere. */
export const numeroDe = (empreinte: Uint8Array): string =>
  (lettres(empreinte).slice(0, 8).match(/.{4}/g) ?? []).join('-');

/** Builds a code from at least 12 random bytes. */
export const codeDe = (aleas: Uint8Array): string => Code.parse(lettres(aleas).slice(0, CODE));

const lettres = (aleas: Uint8Array): string =>
  [...aleas].map((octet) => ALPHABET[octet % ALPHABET.length]).join('');

const normaliser = (saisie: string): string =>
  saisie
    .slice(0, 40)
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');

const controle = (corps: string): string | undefined => {
  const somme = [...corps].reverse().reduce((total, lettre, i) => {
    const double = ALPHABET.indexOf(lettre) * (i % 2 === 0 ? 2 : 1);
    return total + Math.floor(double / ALPHABET.length) + (double % ALPHABET.length);
  }, 0);
  return ALPHABET[(ALPHABET.length - (somme % ALPHABET.length)) % ALPHABET.length];
};
