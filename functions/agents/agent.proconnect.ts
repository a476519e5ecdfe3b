import * as z from 'zod';
import type { Fournisseur } from '../platform/oidc.ts';

/** What ProConnect always gives of an agent. */
const Identite = z.object({ email: z.email(), siret: z.string() });

export const PROCONNECT: Fournisseur<typeof Identite> = {
  nom: 'proconnect',
  client: ({ commune }) => commune.connexion.proconnect,
  portee: 'openid given_name usual_name email uid siret',
  identite: Identite,
  pkce: true,
  retour: '/api/agents/retour',
  sortie: '/agents/',
};
