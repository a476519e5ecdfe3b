import {
  accepte,
  dans,
  demande,
  ecrit,
  type Gens,
  type Histoire,
  prend,
  refuse,
  repond,
  termine,
  type Ville,
} from '../histoire.ts';

const a = (voie: string) => ({ voie, codePostal: '97499', ville: 'Sainte-Vanille' });
const particulier = 'particulier' as const;

const gens = {
  gilberte: {
    qualite: particulier,
    prenom: 'Gilberte',
    nom: 'Payetteville',
    adresse: a('18 rue des Lianes'),
    courriel: 'gilberte.payetteville@courriel.example',
    telephone: '06 39 98 50 01',
    parSms: true,
  },
  ludovic: {
    qualite: particulier,
    prenom: 'Ludovic',
    nom: 'Grondinet',
    adresse: a('7 chemin Bois-de-Nèfles'),
    courriel: 'ludovic.grondinet@courriel.example',
  },
  priya: {
    qualite: particulier,
    prenom: 'Priya',
    nom: 'Ramassamy-Tévané',
    adresse: a('40 rue du Phare'),
    courriel: 'priya.rt@courriel.example',
    telephone: '06 39 98 50 03',
    parSms: true,
  },
  axel: {
    qualite: particulier,
    prenom: 'Axel',
    nom: 'Hoarival',
    adresse: a('40 rue du Phare'),
    courriel: 'axel.hoarival@courriel.example',
  },
  camion: {
    qualite: 'entreprise',
    siret: '99991527500013',
    nom: 'Camion-bar Ti Kaz Rougail',
    courriel: 'tikaz@rougail.example',
    telephone: '06 39 98 50 04',
  },
  surf: {
    qualite: 'association',
    rna: 'W974900001',
    nom: 'Les Planches du Lagon',
    courriel: 'bureau@planches-lagon.example',
  },
} satisfies Gens;

const histoires: Histoire<keyof typeof gens>[] = [
  {
    qui: 'gilberte',
    ilYA: 125,
    demarche: 'acte-de-naissance',
    reponses: { nomNaissance: 'Payetteville', prenoms: 'Gilberte Marie' },
    suite: [prend(2), termine(4, 'Votre acte est parti ce matin par la poste.')],
  },
  {
    qui: 'ludovic',
    ilYA: 129,
    demarche: 'place-en-creche',
    reponses: { ne: 'Oui', nomEnfant: 'Grondinet', prenomEnfant: 'Kylian', naissance: dans(-250) },
    suite: [prend(5)],
  },
  {
    qui: 'priya',
    ilYA: 113,
    demarche: 'place-en-creche',
    reponses: {
      ne: 'Oui',
      nomEnfant: 'Hoarival',
      prenomEnfant: 'Anouchka',
      naissance: dans(-380),
      parents: 'Deux parents',
    },
    suite: [
      prend(6),
      ecrit(80, 'Bonjour, nous avons déménagé au 40 rue du Phare. Faut-il refaire la demande ?'),
      repond(81, 'Non, je corrige l’adresse. Votre rang ne change pas.'),
    ],
  },
  {
    qui: 'axel',
    ilYA: 76,
    demarche: 'carte-stationnement-resident',
    reponses: { immatriculation: 'GJ-974-XA', premiere: 'Une première demande' },
  },
  {
    qui: 'camion',
    ilYA: 68,
    demarche: 'terrasse',
    reponses: {
      enseigne: 'Ti Kaz Rougail',
      lieu: 'Front de mer, parking du Phare',
      nature: ['Étalage'],
      longueur: 600,
      largeur: 250,
      passage: 300,
      alcool: 'Non',
    },
    pieces: ['plan', 'photo'],
  },
  {
    qui: 'priya',
    ilYA: 55,
    demarche: 'cantine',
    reponses: { nomEnfant: 'Hoarival', prenomEnfant: 'Timéo', ecole: 'École des Filaos', classe: 'CE1' },
    suite: [prend(9)],
  },
  {
    qui: 'surf',
    ilYA: 39,
    demarche: 'subvention-association',
    reponses: {
      representant: 'Éloïse Vague, présidente',
      adherents: 80,
      objet: 'Un projet précis',
      projet: 'École de vagues',
      description: 'Dix mercredis de découverte pour les enfants du quartier.',
      montant: 2500,
      total: 6000,
    },
    pieces: ['budget', 'statuts'],
    suite: [
      prend(2),
      demande(4, [{ id: 'comptes', nom: 'Derniers comptes approuvés', motif: 'Ils n’étaient pas joints.' }], {
        sous: 60,
        message: '',
      }),
    ],
  },
  {
    qui: 'surf',
    ilYA: 34,
    demarche: 'salle-association',
    reponses: {
      motif: 'Fête ou repas',
      personnes: 300,
      jour: dans(8),
      heures: 'de 20 h à 4 h',
      responsable: 'Éloïse Vague, 06 39 98 50 09',
    },
    suite: [
      prend(2),
      refuse(
        3,
        'La salle contient 120 personnes au plus.',
        'Arrêté d’ouverture de la salle, pris en application de l’article L143-3 du code de la construction et de l’habitation.',
      ),
    ],
  },
  {
    qui: 'ludovic',
    ilYA: 15,
    demarche: 'signalement-voirie',
    reponses: {
      nature: 'Arbre ou branche',
      danger: 'Oui',
      description: 'Un filao menace de tomber depuis le dernier coup de vent.',
      lieu: 'Chemin des Filaos',
    },
    pieces: ['photo', 'photo'],
    suite: [
      prend(0),
      repond(0, 'Le chemin est fermé, l’élagueur arrive.'),
      termine(2, 'L’arbre a été abattu. Trois jeunes filaos seront plantés en saison des pluies.'),
    ],
  },
  {
    qui: 'gilberte',
    ilYA: 9,
    demarche: 'inscription-scolaire',
    reponses: {
      nomEnfant: 'Payetteville',
      prenomEnfant: 'Noa',
      dejaScolarise: 'Non',
      autreResponsable: 'Non',
    },
    pieces: ['identiteEnfant', 'identiteResponsable', 'domicile'],
    suite: [prend(1), accepte(5)],
  },
  {
    qui: 'axel',
    ilYA: 2,
    demarche: 'acte-de-naissance',
    reponses: { nomNaissance: 'Hoarival', prenoms: 'Axel Louis' },
  },
  {
    qui: 'gilberte',
    ilYA: 4,
    par: 'courriel',
    objet: 'Ramassage des encombrants',
    texte: 'Bonjour,\n\nQuand passe le camion des encombrants rue des Lianes ?\n\nGilberte Payetteville',
  },
  { qui: 'priya', ilYA: 1, par: 'sms', texte: 'L’école est-elle ouverte demain avec l’alerte ?' },
];

export const sainteVanille: Ville = { gens, histoires };
