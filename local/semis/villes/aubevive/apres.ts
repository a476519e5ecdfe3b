import {
  accepte,
  accepteSousConditions,
  consigne,
  conteste,
  dans,
  envisage,
  faitDroit,
  type Histoire,
  prend,
  refuse,
  repondAuRetrait,
  termine,
} from '../../histoire.ts';
import type { Aubevivois } from './gens.ts';

/** What becomes of decisions: conditions, a step back that is considered, a recours, a mail that never arrived. */
export const apres: Histoire<Aubevivois>[] = [
  {
    qui: 'fournil',
    ilYA: 37,
    demarche: 'permission-de-voirie',
    reponses: {
      nature: 'Poser une benne',
      lieu: '1 place du Lavoir',
      longueur: 4,
      largeur: 2,
      description: 'Évacuation de l’ancien four, par la porte de derrière.',
      debut: dans(60),
      fin: dans(62),
      circulation: 'La chaussée est rétrécie',
    },
    suite: [
      prend(2),
      accepteSousConditions(8, 'La benne peut être posée aux dates demandées.', {
        conditions: 'Elle est enlevée avant le samedi, et deux lampes la signalent la nuit.',
        faits: 'Le marché occupe la place le samedi, et l’éclairage y est coupé à 23 heures.',
        droit: 'Règlement de voirie communal, articles 14 et 15.',
      }),
    ],
  },
  {
    qui: 'cycles',
    ilYA: 33,
    demarche: 'terrasse',
    reponses: {
      enseigne: 'Cycles et Rayons',
      lieu: '31 avenue des Mûriers',
      nature: ['Étalage'],
      longueur: 240,
      largeur: 70,
      passage: 140,
      debut: dans(40),
      fin: dans(130),
    },
    suite: [
      prend(2),
      accepte(7, 'Votre étalage est accordé, le long de la vitrine.'),
      envisage(
        29,
        {
          faits: 'Mesuré sur place, le trottoir ne laisse que 1,05 m aux passants devant l’étalage.',
          droit: 'Règlement des terrasses et étalages, article 4 : 1,40 m au moins.',
          sous: 24,
        },
        'claire.montfavet',
      ),
    ],
  },
  {
    qui: 'nolwenn',
    ilYA: 39,
    demarche: 'carte-stationnement-resident',
    reponses: { immatriculation: 'ZN-733-LG', titulaire: 'À moi ou à mon foyer' },
    suite: [
      prend(2),
      accepte(5, 'Votre carte vous attend à l’accueil.'),
      envisage(
        28,
        {
          faits: 'La rue des Remparts est hors de la zone : la carte a été accordée par erreur.',
          droit: 'Arrêté municipal du 4 mars sur le stationnement résidentiel, article 2.',
          sous: 20,
        },
        'claire.montfavet',
      ),
      repondAuRetrait(
        34,
        'Mon immeuble a deux entrées. La mienne donne sur la rue Haute, qui est dans la zone : voyez la photo du numéro.',
      ),
    ],
  },
  {
    qui: 'bastien',
    ilYA: 59,
    demarche: 'stationnement-demenagement',
    reponses: {
      lieu: '4 place du Lavoir',
      longueur: 7,
      rueFermee: 'Non',
      debut: dans(80),
      duree: 'La journée',
      vehicule: 'Camion',
    },
    suite: [
      prend(2),
      refuse(
        8,
        'Le marché occupe la place ce jour-là jusqu’à 14 heures.',
        'Arrêté municipal du 12 mai sur le marché, article 6.',
      ),
      conteste(20, 'Je ne demande que l’après-midi : le camion arrive à 15 heures.'),
      faitDroit(
        36,
        'Vous avez raison : la place est libre à 14 h 30. Deux places vous sont réservées de 15 h à 20 h.',
      ),
    ],
  },
  {
    qui: 'victor',
    ilYA: 31,
    demarche: 'stationnement-demenagement',
    reponses: {
      lieu: '10 boulevard du Levant',
      longueur: 12,
      rueFermee: 'Oui',
      debut: dans(45),
      duree: 'La journée',
      vehicule: 'Camion',
    },
    suite: [
      prend(2),
      refuse(
        7,
        'Le boulevard est l’itinéraire des secours pendant les travaux du pont.',
        'Article L2213-2 du code général des collectivités territoriales.',
      ),
      consigne(15, (jour) => ({
        type: 'notification',
        moyen: 'recommande',
        numero: '1A 000 000 0000 1',
        jour,
      })),
    ],
  },
  {
    qui: 'melatindah',
    ilYA: 11,
    demarche: 'carte-stationnement-resident',
    reponses: { immatriculation: 'ZM-118-DH', titulaire: 'À moi ou à mon foyer' },
    suite: [prend(2)],
  },
  {
    qui: 'myroslava',
    ilYA: 23,
    demarche: 'signalement-voirie',
    reponses: {
      nature: 'Trottoir abîmé',
      danger: 'Non',
      description: 'Une dalle bouge devant l’entrée. Ma voisine est tombée hier.',
      lieu: '18 rue des Tanneurs',
    },
    suite: [prend(1), termine(6, 'La dalle a été refixée ce matin. Merci de l’avoir signalée.')],
  },
  {
    qui: 'gilette',
    ilYA: 8,
    demarche: 'acte-de-naissance',
    reponses: {
      document: 'Copie intégrale',
      lien: 'Mon père, ma mère, un de mes grands-parents',
      nomNaissance: 'Hoarfictif',
      prenoms: 'Marie Expédite',
      dateNaissance: '1934',
      parent1: 'Nom inconnu',
    },
    suite: [prend(2)],
  },
];
