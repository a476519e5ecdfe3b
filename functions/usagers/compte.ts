import * as z from 'zod';

export const Moyen = z.enum(['franceconnect', 'courriel', 'telephone']);
export type Moyen = z.infer<typeof Moyen>;

/**
 * Someone who signs in. `contacts` were proved by a code; what FranceConnect says of an e-mail is not a proof, and only
 * fills a form.
 */
export const Compte = z.object({
  id: z.string(),
  moyen: Moyen,
  prenom: z.string().optional(),
  nom: z.string().optional(),
  courriel: z.string().optional(),
  contacts: z.array(z.string()),
});
export type Compte = z.infer<typeof Compte>;

/** More addresses than this for one person is not a person. */
const CONTACTS_MAX = 5;

export const avecContact = (compte: Compte, contact: string): Compte => ({
  ...compte,
  contacts: [contact, ...compte.contacts.filter((connu) => connu !== contact)].slice(0, CONTACTS_MAX),
});
