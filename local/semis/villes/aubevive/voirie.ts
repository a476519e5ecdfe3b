import {
  accepte,
  dans,
  demande,
  ecrit,
  ecritUnCourriel,
  envoie,
  type Histoire,
  lit,
  prend,
  prepare,
  refuse,
  renvoie,
  repond,
  signe,
  termine,
} from '../../histoire.ts';
import type { Aubevivois } from './gens.ts';

/** Streets, parking and what is broken in them. */
export const voirie: Histoire<Aubevivois>[] = [
  {
    qui: 'nolwenn',
    ilYA: 148,
    demarche: 'carte-stationnement-resident',
    reponses: {
      immatriculation: 'GX-412-KD',
      titulaire: 'À moi ou à mon foyer',
      premiere: 'Une première demande',
    },
    pieces: ['carteGrise'],
    suite: [prend(2), accepte(6, 'Votre carte vous attend à l’accueil, à partir de demain.')],
  },
  {
    qui: 'bastien',
    ilYA: 79,
    demarche: 'carte-stationnement-resident',
    reponses: {
      immatriculation: 'FH-208-PZ',
      titulaire: 'À moi ou à mon foyer',
      premiere: 'Un renouvellement',
    },
    pieces: ['carteGrise'],
  },
  // Who prepares, who signs: one waits for the maire's deputy, one came back, one left under their name.
  {
    qui: 'maud',
    ilYA: 12,
    demarche: 'carte-stationnement-resident',
    reponses: {
      immatriculation: 'HB-310-TR',
      titulaire: 'À moi ou à mon foyer',
      premiere: 'Une première demande',
    },
    pieces: ['carteGrise'],
    suite: [prend(1), prepare(3, 'lucas.tourrel', 'Votre carte vous attend à l’accueil.')],
  },
  {
    qui: 'simone',
    ilYA: 16,
    demarche: 'carte-stationnement-resident',
    reponses: {
      immatriculation: 'HC-448-VN',
      titulaire: 'À moi ou à mon foyer',
      premiere: 'Une première demande',
    },
    pieces: ['carteGrise'],
    suite: [
      prend(1),
      prepare(4, 'lucas.tourrel', 'Votre carte vous attend à l’accueil.'),
      renvoie(6, 'etienne.vaucroze', 'Dites aussi jusqu’à quand la carte est valable.'),
    ],
  },
  {
    qui: 'karine',
    ilYA: 25,
    demarche: 'carte-stationnement-resident',
    reponses: {
      immatriculation: 'HD-902-KS',
      titulaire: 'À moi ou à mon foyer',
      premiere: 'Une première demande',
    },
    pieces: ['carteGrise'],
    suite: [
      prend(1),
      prepare(3, 'lucas.tourrel', 'Votre carte, valable un an, vous attend à l’accueil.'),
      signe(5, 'etienne.vaucroze'),
    ],
  },
  {
    qui: 'chloe',
    ilYA: 70,
    demarche: 'carte-stationnement-resident',
    reponses: {
      immatriculation: 'EV-771-BA',
      titulaire: 'À moi ou à mon foyer',
      premiere: 'Un changement de véhicule',
    },
    suite: [
      prend(5),
      ecrit(40, 'Bonjour, je me gare toujours à dix minutes de chez moi. Où en est ma carte ?'),
    ],
  },
  {
    qui: 'longue',
    ilYA: 57,
    demarche: 'carte-stationnement-resident',
    reponses: {
      immatriculation: 'AB-001-ZZ',
      titulaire: 'À moi ou à mon foyer',
      premiere: 'Une première demande',
    },
    pieces: ['carteGrise'],
    suite: [
      prend(3),
      lit(10, 'claire.montfavet'),
      repond(
        28,
        'Bonjour Madame, votre rue change de zone cet été. Je vous réponds dès que le plan est arrêté.',
      ),
    ],
  },
  {
    qui: 'pierrick',
    ilYA: 50,
    demarche: 'carte-stationnement-resident',
    reponses: {
      immatriculation: 'CD-350-RT',
      titulaire: 'À mon employeur',
      premiere: 'Une première demande',
    },
    pieces: ['carteGrise'],
  },
  {
    qui: 'huong',
    ilYA: 13,
    demarche: 'carte-stationnement-resident',
    reponses: {
      immatriculation: 'DQ-118-WS',
      titulaire: 'En location',
      premiere: 'Un changement de véhicule',
    },
    pieces: ['carteGrise'],
    suite: [
      prend(1),
      demande(
        3,
        [
          {
            id: 'employeur',
            nom: 'Attestation de votre employeur ou contrat de location',
            motif: 'Il manque la page signée du contrat.',
          },
        ],
        { sous: 15, message: 'Bonjour, la dernière page du contrat suffit.' },
      ),
      envoie(5, 'employeur'),
    ],
  },
  {
    qui: 'yasmine',
    ilYA: 2,
    demarche: 'carte-stationnement-resident',
    reponses: {
      immatriculation: 'HB-640-LM',
      titulaire: 'À moi ou à mon foyer',
      premiere: 'Une première demande',
    },
    pieces: ['carteGrise'],
  },
  {
    qui: 'ines',
    ilYA: 96,
    demarche: 'stationnement-demenagement',
    reponses: {
      lieu: '12 rue du Pressoir, devant le porche',
      longueur: 8,
      rueFermee: 'Non',
      debut: dans(24),
      duree: 'La journée',
      vehicule: 'Camion',
    },
    suite: [
      prend(1),
      accepte(
        4,
        'Deux places vous sont réservées. L’arrêté est à coller sous votre pare-brise, les panneaux seront posés la veille.',
      ),
    ],
  },
  {
    qui: 'lucas',
    ilYA: 66,
    demarche: 'stationnement-demenagement',
    reponses: {
      lieu: '9 rue Haute',
      longueur: 6,
      rueFermee: 'Non',
      debut: dans(64),
      duree: 'Le matin',
      vehicule: 'Voiture ou camionnette',
    },
  },
  {
    qui: 'demenageurs',
    ilYA: 52,
    demarche: 'stationnement-demenagement',
    reponses: {
      lieu: '22 boulevard du Levant',
      longueur: 14,
      rueFermee: 'Oui',
      debut: dans(70),
      duree: 'Deux jours',
      vehicule: 'Monte-meubles',
      immatriculation: 'PT-555-UT',
    },
    pieces: ['plan'],
    suite: [
      prend(2),
      ecrit(20, 'Bonjour, notre équipe de pose attend votre feu vert pour commander le monte-meubles.'),
      repond(22, 'Bonjour, la ligne de bus passe par là le samedi : j’attends l’accord du transporteur.'),
      ecritUnCourriel(
        45,
        'Bonjour,\n\nNous n’avons toujours pas de réponse, et la date approche. Pouvons-nous au moins réserver le matin ?\n\nCordialement,\nLe planning de Portetout',
      ),
    ],
  },
  {
    qui: 'andrei',
    ilYA: 30,
    demarche: 'stationnement-demenagement',
    reponses: {
      lieu: '15 rue des Tanneurs',
      longueur: 20,
      rueFermee: 'Oui',
      debut: dans(9),
      duree: 'La journée',
      vehicule: 'Camion',
    },
    pieces: ['plan'],
    suite: [
      prend(1),
      refuse(
        3,
        'La rue des Tanneurs est la seule voie d’accès des secours à la place du Lavoir ce jour-là, qui est celui de la fête votive.',
        'Article L2213-2 du code général des collectivités territoriales : le maire règle l’arrêt et le stationnement eu égard aux nécessités de la circulation et de la sécurité.',
      ),
      ecrit(4, 'D’accord, je décale d’une semaine et je refais une demande sans fermer la rue.'),
    ],
  },
  {
    qui: 'andrei',
    ilYA: 25,
    demarche: 'stationnement-demenagement',
    reponses: {
      lieu: '15 rue des Tanneurs',
      longueur: 10,
      rueFermee: 'Non',
      debut: dans(12),
      duree: 'La journée',
      vehicule: 'Camion',
    },
    suite: [prend(0), accepte(1)],
  },
  {
    qui: 'demenageurs',
    ilYA: 1,
    demarche: 'stationnement-demenagement',
    reponses: {
      lieu: '4 place du Lavoir',
      longueur: 12,
      rueFermee: 'Non',
      debut: dans(30),
      duree: 'Plus de deux jours',
      fin: dans(34),
      vehicule: 'Camion',
    },
  },
  {
    qui: 'simone',
    ilYA: 140,
    demarche: 'signalement-voirie',
    reponses: {
      nature: 'Éclairage en panne',
      danger: 'Non',
      description: 'Le lampadaire devant la résidence clignote toute la nuit.',
      lieu: 'Allée des Micocouliers, devant le 2',
    },
    suite: [prend(1), termine(9, 'L’ampoule et son ballast ont été changés ce matin.')],
  },
  // Nobody says who this is: no accusé, no answer, and the problem is dealt with all the same.
  {
    qui: 'passant',
    ilYA: 4,
    demarche: 'signalement-voirie',
    reponses: {
      nature: 'Panneau ou feu',
      danger: 'Non',
      description: 'Le panneau « Cédez le passage » est tourné vers le mur.',
      lieu: 'Carrefour de la rue Haute et du chemin du Canal',
    },
    suite: [prend(1)],
  },
  {
    qui: 'emile',
    ilYA: 33,
    demarche: 'signalement-voirie',
    reponses: {
      nature: 'Dépôt sauvage ou saleté',
      danger: 'Non',
      description: 'Un canapé, deux pneus et une machine à laver, au bord du canal.',
      lieu: 'Chemin du Canal, après le petit pont',
    },
    pieces: ['photo', 'photo'],
    suite: [
      prend(0),
      repond(1, 'Merci pour les photos. L’équipe passe vendredi avec le camion-grue.'),
      termine(5, 'Tout a été enlevé vendredi. Une enquête est ouverte pour retrouver l’auteur du dépôt.'),
      ecrit(6, 'Merci, c’est propre !'),
    ],
  },
  {
    qui: 'cycles',
    ilYA: 21,
    demarche: 'signalement-voirie',
    reponses: {
      nature: 'Trou ou chaussée abîmée',
      danger: 'Non',
      description:
        'Nid-de-poule profond au milieu de la bande cyclable. Trois roues voilées réparées à l’atelier cette semaine.',
      lieu: 'Avenue des Mûriers, à hauteur du 31',
    },
    pieces: ['photo'],
    suite: [
      prend(1),
      repond(
        8,
        'Bonjour, un rebouchage à froid est fait. La reprise de l’enrobé est commandée, je laisse le dossier ouvert jusque-là.',
      ),
    ],
  },
  {
    qui: 'aicha',
    ilYA: 6,
    demarche: 'signalement-voirie',
    reponses: {
      nature: 'Arbre ou branche',
      danger: 'Oui',
      description: 'Une grosse branche de platane pend au-dessus de l’arrêt du car scolaire.',
      lieu: 'Arrêt « École », avenue des Mûriers',
    },
    pieces: ['photo', 'photo', 'photo'],
    suite: [
      prend(0),
      repond(0, 'L’arrêt est déplacé de trente mètres dès ce soir, l’élagueur vient demain à 7 heures.'),
    ],
  },
  {
    qui: 'fatou',
    ilYA: 3,
    demarche: 'signalement-voirie',
    reponses: {
      nature: 'Trottoir abîmé',
      danger: 'Non',
      description:
        'Le trottoir est soulevé par une racine. Je dois descendre sur la route avec la poussette.',
      lieu: '27 avenue des Mûriers',
    },
    pieces: ['photo'],
  },
  {
    qui: 'gael',
    ilYA: 0,
    demarche: 'signalement-voirie',
    reponses: {
      nature: 'Banc, jeu ou mobilier cassé',
      danger: 'Non',
      lieu: 'Jardin du Lavoir, près des balançoires',
    },
  },
  {
    qui: 'robert',
    ilYA: 19,
    demarche: 'permission-de-voirie',
    reponses: {
      nature: 'Monter un échafaudage',
      lieu: '3 chemin du Canal',
      longueur: 9,
      largeur: 1.2,
      description: 'Réfection de la toiture et des gouttières.',
      debut: dans(40),
      fin: dans(55),
      circulation: 'Le trottoir est rétréci ou fermé',
      entreprise: 'Toitures Ardoisel',
    },
    pieces: ['planSituation', 'photo'],
    suite: [prend(4)],
  },
  {
    qui: 'jardins',
    ilYA: 41,
    demarche: 'permis-de-vegetaliser',
    reponses: {
      lieu: 'Rue du Four, entre le 31 et le 35',
      nature: 'Au bord d’un mur',
      surface: 6.5,
      plantes: 'Roses trémières, valériane, lavande et deux pieds de vigne.',
      ensemble: 'Les voisins du 31 et du 33',
    },
    pieces: ['photo', 'photo', 'plan'],
    suite: [
      prend(6),
      repond(
        10,
        'Bonjour, votre projet plaît beaucoup au service. Prévoyez des plantes qui demandent peu d’eau.',
      ),
    ],
  },
  {
    qui: 'fictif',
    identite: 'Zoé Camille Ondine Fictif',
    ilYA: 35,
    demarche: 'signalement-voirie',
    reponses: {
      nature: 'Éclairage en panne',
      danger: 'Non',
      description: 'Trois lampadaires de suite sont éteints.',
      lieu: 'Rue de l’Exemple, du 1 au 7',
    },
    suite: [
      prend(1),
      termine(4, 'Les trois lampes ont été remplacées. Un câble avait été coupé pendant les travaux.'),
    ],
  },
  {
    qui: 'fictif',
    identite: 'Zoé Camille Ondine Fictif',
    ilYA: 18,
    demarche: 'carte-stationnement-resident',
    reponses: {
      immatriculation: 'FX-100-ZO',
      titulaire: 'À moi ou à mon foyer',
      premiere: 'Un renouvellement',
    },
    suite: [
      prend(2),
      demande(
        3,
        [
          {
            id: 'carteGrise',
            nom: 'Certificat d’immatriculation (carte grise)',
            motif: 'Elle n’était pas jointe.',
          },
        ],
        {
          sous: 30,
          message: '',
        },
      ),
    ],
  },
];
