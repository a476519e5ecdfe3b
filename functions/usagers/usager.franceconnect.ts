import * as z from 'zod';
import type { Fournisseur } from '../platform/oidc.ts';

/** What is asked of FranceConnect, and no more: enough to fill the form. The e-mail is unverified, and never a key. */
const Identite = z.object({
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
});
export type Identite = z.infer<typeof Identite>;

export const FRANCECONNECT: Fournisseur<typeof Identite> = {
  nom: 'franceconnect',
  client: ({ commune }) => commune.connexion.franceconnect,
  portee: 'openid given_name family_name preferred_username email',
  acr: 'eidas1',
  identite: Identite,
  retour: '/api/compte/retour',
  sortie: '/',
};

/** The first given name, and the name of use when there is one. */
export const etatCivilDe = ({ given_name, family_name, preferred_username, email }: Identite) => {
  const prenom = given_name?.split(' ')[0];
  const nom = preferred_username || family_name;
  return { ...(prenom && { prenom }), ...(nom && { nom }), ...(email && { courriel: email.toLowerCase() }) };
};
