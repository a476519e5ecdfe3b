import type http from 'node:http';
import { comptesDe, trouverCompte } from './comptes.ts';
import { type Alentours, type Modele, ouvrirFournisseur } from './fournisseur.ts';

export const CHEMIN_PROCONNECT = '/local/proconnect';

const PROCONNECT: Modele = {
  nom: 'proconnect',
  chemin: CHEMIN_PROCONNECT,
  claims: {
    openid: ['sub'],
    given_name: ['given_name'],
    usual_name: ['usual_name'],
    email: ['email'],
    uid: ['uid'],
    siret: ['siret'],
  },
  client: ({ connexion }) => connexion.proconnect,
  retours: ['/api/agents/retour'],
  sorties: ['/agents/'],
  portee: 'openid given_name usual_name email uid siret',
  // github.com/proconnect-gouv/federation, back/apps/core-fca-low/src/config/oidc-provider.ts
  niveaux: [
    'eidas1',
    'eidas2',
    'eidas3',
    'https://proconnect.gouv.fr/assurance/self-asserted',
    'https://proconnect.gouv.fr/assurance/self-asserted-2fa',
    'https://proconnect.gouv.fr/assurance/consistency-checked',
    'https://proconnect.gouv.fr/assurance/consistency-checked-2fa',
  ],
  // The documentation's figures: a code lives 30 s, an access token 60 s.
  durees: { code: 30, jeton: 60 },
  vitrine: (commune) => ({
    titre: 'Choisir un compte d’agent',
    mot: 'Cette page tient la place de ProConnect sur ce poste. Aucun mot de passe ici : choisissez qui vous voulez être.',
    comptes: comptesDe(commune).map(({ email, given_name, usual_name, qualite }) => ({
      valeur: email,
      nom: `${given_name} ${usual_name}`,
      qualite,
    })),
  }),
  claimsDe: (commune, email) => {
    const compte = trouverCompte(commune, email);
    return compte && { ...compte, siret: commune.siret };
  },
};

export const ouvrirProconnect = (alentours: Alentours): http.RequestListener =>
  ouvrirFournisseur(PROCONNECT, alentours);
