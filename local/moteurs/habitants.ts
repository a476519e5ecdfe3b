/** What FranceConnect says of someone; birthplace and birthcountry are INSEE codes. */
type Claims = {
  given_name: string;
  given_name_array: readonly string[];
  family_name: string;
  preferred_username: string;
  gender: 'female' | 'male';
  birthdate: string;
  birthplace: string;
  birthcountry: string;
  email: string;
};

const EN_FRANCE = '99100';

/** A handful of people who do not exist. */
export const HABITANTS: readonly { id: string; mot: string; claims: Claims }[] = [
  {
    id: 'zoe',
    mot: 'trois prénoms',
    claims: {
      given_name: 'Zoé Camille Ondine',
      given_name_array: ['Zoé', 'Camille', 'Ondine'],
      family_name: 'Fictif',
      preferred_username: '',
      gender: 'female',
      birthdate: '1988-04-12',
      birthplace: '84999',
      birthcountry: EN_FRANCE,
      email: 'zoe.fictif@courriel.example',
    },
  },
  {
    id: 'anatole',
    mot: 'un seul prénom',
    claims: {
      given_name: 'Anatole',
      given_name_array: ['Anatole'],
      family_name: 'Exemplaire',
      preferred_username: '',
      gender: 'male',
      birthdate: '1951-11-02',
      birthplace: '67999',
      birthcountry: EN_FRANCE,
      email: 'anatole.exemplaire@courriel.example',
    },
  },
  {
    id: 'soraya',
    mot: 'un nom d’usage',
    claims: {
      given_name: 'Soraya Inès',
      given_name_array: ['Soraya', 'Inès'],
      family_name: 'Imaginaire',
      preferred_username: 'Inventé-Imaginaire',
      gender: 'female',
      birthdate: '1979-07-30',
      birthplace: '97499',
      birthcountry: EN_FRANCE,
      email: 'soraya.imaginaire@courriel.example',
    },
  },
  {
    id: 'jean-baptiste',
    mot: 'un nom très long, né à l’étranger',
    claims: {
      given_name: 'Jean-Baptiste Maximilien',
      given_name_array: ['Jean-Baptiste', 'Maximilien'],
      family_name: 'de la Rochefiction-Montexemple',
      preferred_username: '',
      gender: 'male',
      birthdate: '1996-02-29',
      birthplace: '',
      birthcountry: '99999',
      email: 'jb.montexemple@courriel.example',
    },
  },
  {
    id: 'lou',
    mot: 'un nom de deux lettres',
    claims: {
      given_name: 'Lou',
      given_name_array: ['Lou'],
      family_name: 'Ex',
      preferred_username: '',
      gender: 'female',
      birthdate: '2006-09-01',
      birthplace: '84999',
      birthcountry: EN_FRANCE,
      email: 'lou.ex@courriel.example',
    },
  },
  {
    id: 'marie-claire',
    mot: 'un prénom en deux mots',
    claims: {
      given_name: 'Marie Claire',
      given_name_array: ['Marie Claire'],
      family_name: 'Inventaire',
      preferred_username: '',
      gender: 'female',
      birthdate: '1962-05-17',
      birthplace: '84999',
      birthcountry: EN_FRANCE,
      email: 'marie.claire@courriel.example',
    },
  },
  {
    id: 'ombeline',
    mot: 'un seul nom, né un jour inconnu',
    claims: {
      given_name: '',
      given_name_array: [],
      family_name: 'Ombelline',
      preferred_username: '',
      gender: 'female',
      birthdate: '1970-00-00',
      birthplace: '',
      birthcountry: '99999',
      email: 'ombelline@courriel.example',
    },
  },
];
