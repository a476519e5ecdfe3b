/** What FranceConnect says of someone; birthplace and birthcountry are INSEE codes. */
type Claims = {
  given_name: string;
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
      family_name: 'Ex',
      preferred_username: '',
      gender: 'female',
      birthdate: '2006-09-01',
      birthplace: '84999',
      birthcountry: EN_FRANCE,
      email: 'lou.ex@courriel.example',
    },
  },
];
