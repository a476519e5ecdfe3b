import * as z from 'zod';
import type { Fournisseur } from '../platform/oidc.ts';
import { nettoyer, surUneLigne } from '../platform/texte.ts';
import type { Compte } from './compte.ts';
import { courrielDe } from './courriel.ts';
import { nomEntier, plier } from './nom.ts';

/** What is asked of FranceConnect, and no more: enough to fill the form. The e-mail is unverified, and never a key. */
const Identite = z.object({
  given_name: z.string().nullish(),
  /** Each given name whole: a space may stand inside one. */
  given_name_array: z.array(z.string()).nullish(),
  family_name: z.string().nullish(),
  preferred_username: z.string().nullish(),
  email: z.string().nullish(),
});
export type Identite = z.infer<typeof Identite>;

export const FRANCECONNECT: Fournisseur<typeof Identite> = {
  nom: 'franceconnect',
  client: ({ commune }) => commune.connexion.franceconnect,
  portee: 'openid given_name family_name preferred_username email',
  acr: 'eidas1',
  pkce: false,
  identite: Identite,
  retour: '/api/compte/retour',
  sortie: '/',
};

/**
 * The first given name, and the name of use when there is one. Without the list of given names, no one can say where the
 * first of them ends: all are kept. Who was given one name only bears it as their name.
 */
export const etatCivilDe = (identite: Identite): Pick<Compte, 'prenom' | 'nom' | 'courriel'> => {
  const prenom = net(identite.given_name_array?.[0]) || net(identite.given_name);
  const nom = net(identite.preferred_username) || net(identite.family_name);
  const courriel = courrielDe(identite.email ?? '');
  return {
    ...(prenom && nom && { prenom }),
    ...((nom || prenom) && { nom: nom || prenom }),
    ...(courriel && { courriel }),
  };
};

const net = (nom: string | null | undefined): string => surUneLigne(nettoyer((nom ?? '').toWellFormed()));

/** The names under which they may have asked: one or all of their given names, their name of birth or of use. */
export const nomsDe = (identite: Identite): string[] => {
  const { family_name, given_name, given_name_array, preferred_username } = identite;
  const prenoms = [given_name_array?.[0] ?? given_name?.split(' ')[0], given_name].map(net);
  const noms = [family_name, preferred_username].map(net).filter(Boolean);
  const plies = prenoms.flatMap((prenom) =>
    (noms.length > 0 ? noms : ['']).map((nom) => plier(nomEntier({ prenom, nom }))),
  );
  return [...new Set(plies)].filter(Boolean);
};
