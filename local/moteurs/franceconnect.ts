import { createHash } from 'node:crypto';
import type http from 'node:http';
import type { Commune } from '../../functions/commune/commune.ts';
import { type Alentours, type Modele, ouvrirFournisseur } from './fournisseur.ts';
import { HABITANTS } from './habitants.ts';

export const CHEMIN_FRANCECONNECT = '/local/franceconnect';

const IDENTITE = [
  'given_name',
  'given_name_array',
  'family_name',
  'preferred_username',
  'gender',
  'birthdate',
  'birthplace',
  'birthcountry',
];
const seul = (claim: string): [string, string[]] => [claim, [claim]];

const FRANCECONNECT: Modele = {
  nom: 'franceconnect',
  chemin: CHEMIN_FRANCECONNECT,
  claims: {
    openid: ['sub'],
    ...Object.fromEntries([...IDENTITE, 'email'].map(seul)),
    given_name: ['given_name', 'given_name_array'],
    profile: IDENTITE.filter((claim) => !claim.startsWith('birthp') && claim !== 'birthcountry'),
    birth: ['birthdate', 'birthplace', 'birthcountry'],
    identite_pivot: IDENTITE.filter((claim) => claim !== 'preferred_username'),
  },
  client: ({ connexion }) => connexion.franceconnect,
  retours: ['/api/compte/retour'],
  sorties: ['/'],
  // What the runbook has a commune declare on DataPass.
  portee: 'openid given_name family_name preferred_username email',
  niveaux: ['eidas1'],
  durees: { code: 30, jeton: 60 },
  vitrine: (commune) => ({
    titre: 'Choisir qui vous êtes',
    mot: 'Cette page tient la place de FranceConnect sur ce poste. Aucun mot de passe ici : choisissez qui vous voulez être. Ces personnes n’existent pas.',
    comptes: [
      ...HABITANTS.map(({ id, claims, mot }) => ({
        valeur: subDe(commune, id),
        nom: [claims.given_name, claims.preferred_username || claims.family_name].filter(Boolean).join(' '),
        qualite: mot,
      })),
      { valeur: '', nom: 'Abandonner', qualite: 'et revenir sur le site de la mairie' },
    ],
  }),
  claimsDe: (commune, sub) => {
    const habitant = HABITANTS.find(({ id }) => subDe(commune, id) === sub);
    if (!habitant) return undefined;
    const { claims } = habitant;
    return { ...claims, given_name_array: claims.given_name.split(' '), sub };
  },
};

/** Pairwise, as FranceConnect's: the same person has another name in each commune. */
const subDe = ({ connexion, siret }: Commune, id: string): string =>
  `${createHash('sha256').update(`${connexion.franceconnect?.client}\n${siret}\n${id}`).digest('hex')}v1`;

export const ouvrirFranceconnect = (alentours: Alentours): http.RequestListener =>
  ouvrirFournisseur(FRANCECONNECT, alentours);
