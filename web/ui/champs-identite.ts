import type { Qualite } from '../../functions/demarches/demarche.ts';
import { COURRIEL_FAUX, courrielDe } from '../../functions/usagers/courriel.ts';
import {
  codePostal,
  codePostalEtranger,
  LIGNE_MAX,
  NOM_MAX,
  type Numero,
  nom,
  PAYS_MAX,
  rna,
  siret,
  siretLisible,
  telephone,
} from '../../functions/usagers/numeros.ts';
import { telephoneLisible } from '../../functions/usagers/telephone.ts';
import type { Entree } from '../client.ts';

export type UsagerSaisi = Entree<'deposerDemande'>['usager'];
export type QualiteUsager = UsagerSaisi['qualite'];

/** A question on who asks. Its `chemin` is the contract's, so that the server's words find their field. */
export type ChampIdentite = {
  chemin: string;
  libelle: string;
  /** What to say when it is blank. */
  manque?: string;
  aide?: string;
  facultatif?: boolean;
  /** As many signs as the contract takes. */
  max?: number;
  type?: 'email' | 'tel';
  clavier?: 'numeric';
  taille?: 'court' | 'moyen';
  autoComplete: string;
  defaut?: (valeur: string) => string | undefined;
  /** As it is sent, whatever was typed around it. */
  propre?: (saisie: string) => string;
  /** As it is shown back. */
  lisible?: (propre: string) => string;
};

export const QUALITES: Record<Qualite, string> = {
  particulier: 'Pour moi ou ma famille',
  entreprise: 'Pour une entreprise',
  association: 'Pour une association',
};

/** Who signals without saying who they are. */
export const SANS_IDENTITE = 'correspondant';

const nombreDe = ({ propre, faute }: Numero): Pick<ChampIdentite, 'propre' | 'defaut'> => ({
  propre,
  defaut: (valeur) => faute(propre(valeur)),
});

export const CONTACT: ChampIdentite[] = [
  {
    chemin: 'courriel',
    libelle: 'Adresse e-mail',
    manque: 'Indiquez une adresse e-mail.',
    aide: 'Nous y envoyons l’accusé de réception et les nouvelles de votre demande.',
    type: 'email',
    autoComplete: 'email',
    propre: (saisie) => courrielDe(saisie) ?? saisie,
    defaut: (valeur) => (courrielDe(valeur) ? undefined : COURRIEL_FAUX),
  },
  {
    chemin: 'telephone',
    libelle: 'Téléphone',
    facultatif: true,
    type: 'tel',
    taille: 'moyen',
    autoComplete: 'tel',
    ...nombreDe(telephone),
    lisible: telephoneLisible,
  },
];
const NOM_MORAL: ChampIdentite = {
  chemin: 'nom',
  libelle: 'Nom',
  facultatif: true,
  max: NOM_MAX,
  autoComplete: 'organization',
  ...nombreDe(nom),
};
const SIRET: ChampIdentite = {
  chemin: 'siret',
  libelle: 'Numéro SIRET',
  manque: 'Indiquez le numéro SIRET.',
  aide: '14 chiffres. Il est sur vos factures.',
  clavier: 'numeric',
  taille: 'moyen',
  autoComplete: 'off',
  ...nombreDe(siret),
  lisible: siretLisible,
};
const SIRET_ASSOCIATION: ChampIdentite = {
  ...SIRET,
  aide: '14 chiffres. Il est sur l’avis de situation de l’association, que donne l’Insee.',
};
const RNA: ChampIdentite = {
  chemin: 'rna',
  libelle: 'Numéro RNA',
  manque: 'Indiquez le numéro RNA, ou cochez la case si vous n’en avez pas.',
  aide: 'Un W suivi de 9 chiffres. Il est sur le récépissé de la préfecture.',
  taille: 'moyen',
  autoComplete: 'off',
  ...nombreDe(rna),
};
export const CODE_POSTAL: ChampIdentite = {
  chemin: 'adresse.codePostal',
  libelle: 'Code postal',
  manque: 'Indiquez le code postal.',
  clavier: 'numeric',
  taille: 'court',
  autoComplete: 'postal-code',
  ...nombreDe(codePostal),
};
const { clavier: _chiffres, ...SANS_CLAVIER } = CODE_POSTAL;
/** Many countries have none. */
export const CODE_POSTAL_ETRANGER: ChampIdentite = {
  ...SANS_CLAVIER,
  facultatif: true,
  ...nombreDe(codePostalEtranger),
};
export const PAYS = 'adresse.pays';
export const PRENOM: ChampIdentite = {
  chemin: 'prenom',
  libelle: 'Prénom',
  manque: 'Indiquez votre prénom.',
  max: NOM_MAX,
  autoComplete: 'given-name',
  ...nombreDe(nom),
};
/** Ticked by who has one name only, which is then the whole of it. */
export const NOM_SEUL = 'nom-seul';

/** What the law asks to be regularly seized (CRPA R112-9-1), and no more. */
export const CHAMPS: Record<QualiteUsager, ChampIdentite[]> = {
  particulier: [
    PRENOM,
    {
      chemin: 'nom',
      libelle: 'Nom',
      manque: 'Indiquez votre nom.',
      max: NOM_MAX,
      autoComplete: 'family-name',
      ...nombreDe(nom),
    },
    {
      chemin: 'adresse.voie',
      libelle: 'Numéro et rue',
      manque: 'Indiquez le numéro et la rue, ou le lieu-dit.',
      max: LIGNE_MAX,
      autoComplete: 'address-line1',
    },
    {
      chemin: 'adresse.complement',
      libelle: 'Complément d’adresse',
      aide: 'Bâtiment, étage, chez…',
      max: LIGNE_MAX,
      facultatif: true,
      autoComplete: 'address-line2',
    },
    CODE_POSTAL,
    {
      chemin: 'adresse.ville',
      libelle: 'Ville',
      manque: 'Indiquez la ville.',
      max: NOM_MAX,
      autoComplete: 'address-level2',
    },
    {
      chemin: PAYS,
      libelle: 'Pays, si vous habitez à l’étranger',
      facultatif: true,
      max: PAYS_MAX,
      autoComplete: 'country-name',
    },
    ...CONTACT,
  ],
  entreprise: [SIRET, { ...NOM_MORAL, libelle: 'Nom de l’entreprise' }, ...CONTACT],
  association: [RNA, { ...NOM_MORAL, libelle: 'Nom de l’association' }, ...CONTACT],
  'association-siret': [SIRET_ASSOCIATION, { ...NOM_MORAL, libelle: 'Nom de l’association' }, ...CONTACT],
  [SANS_IDENTITE]: CONTACT.map(({ manque: _, ...champ }) => ({
    ...champ,
    facultatif: true,
    ...(champ.chemin === 'courriel' && { aide: 'Si vous voulez que la mairie puisse vous répondre.' }),
  })),
};
