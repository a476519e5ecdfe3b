import { ajouter } from '../../../../functions/platform/dates.ts';
import {
  consigne,
  conteste,
  dans,
  demandeLesRaisons,
  envisage,
  type Histoire,
  motive,
  prend,
  refuse,
  renonce,
  repondAuRetrait,
  retire,
} from '../../histoire.ts';
import type { Aubevivois } from './gens.ts';

const echafaudage = {
  nature: 'Monter un échafaudage',
  longueur: 6,
  largeur: 1.1,
  description: 'Ravalement de la façade, deux étages.',
  debut: dans(50),
  fin: dans(64),
  circulation: 'Le trottoir est rétréci ou fermé',
};

const PUBLICITE = {
  faits: 'Le texte accepté par silence est une publicité, gravée sur un monument du cimetière.',
  droit: 'Règlement du cimetière, article 9 : aucune mention commerciale.',
};

/** What the legal clock does to people: suspensions, silences and what comes after them. */
export const delais: Histoire<Aubevivois>[] = [
  {
    qui: 'odette',
    ilYA: 16,
    par: 'courrier',
    arriveeIlYA: 3,
    demarche: 'concession-funeraire',
  },
  {
    qui: 'simone',
    ilYA: 6,
    par: 'guichet',
    demarche: 'portage-de-repas',
    suite: [prend(1)],
  },
  {
    qui: 'simone',
    ilYA: 5,
    par: 'guichet',
    demarche: 'carte-stationnement-resident',
    reponses: { immatriculation: 'ZS-512-MN' },
    suite: [prend(2)],
  },
  {
    qui: 'karine',
    ilYA: 110,
    demarche: 'permission-de-voirie',
    reponses: { ...echafaudage, lieu: '50 route de Malvallon', entreprise: 'Façades Mirandol' },
    suite: [
      demandeLesRaisons(75),
      motive(
        88,
        'Le trottoir fait 1,20 m à cet endroit : l’échafaudage obligerait à marcher sur la chaussée.',
        'Règlement de voirie communal, article 12.',
      ),
    ],
  },
  {
    qui: 'andrei',
    ilYA: 84,
    demarche: 'permission-de-voirie',
    reponses: { ...echafaudage, lieu: '15 rue des Tanneurs', entreprise: 'Toitures Ardoisel' },
    suite: [demandeLesRaisons(72)],
  },
  {
    qui: 'marbrerie',
    ilYA: 120,
    demarche: 'inscription-monument-funeraire',
    reponses: {
      emplacement: 'Carré C, rang 1, tombe 4',
      lien: 'Chargé de ce travail par la famille',
      texte: 'Marbrerie Fictive, devis gratuit',
      langue: 'En français',
    },
    pieces: ['croquis'],
    suite: [
      envisage(66, { ...PUBLICITE, sous: 18 }, 'claire.montfavet'),
      repondAuRetrait(
        75,
        'La famille nous a laissé le choix du texte. Nous pouvons retirer « devis gratuit », mais pas notre nom.',
      ),
      retire(88, PUBLICITE, 'claire.montfavet'),
    ],
  },
  {
    qui: 'treille',
    ilYA: 20,
    demarche: 'terrasse',
    suite: [
      prend(2),
      consigne(5, (le) => ({
        type: 'transmise',
        administration: 'Département de l’Exemple, service des routes',
        motif: 'L’emplacement demandé est sur une route départementale.',
        depart: { par: 'courriel', le, preuve: 'routes@departement-exemple.example' },
      })),
    ],
  },
  {
    qui: 'gael',
    ilYA: 9,
    demarche: 'carte-stationnement-resident',
    reponses: { immatriculation: 'ZG-431-TR' },
    suite: [renonce(3)],
  },
  {
    qui: 'theatre',
    ilYA: 25,
    demarche: 'subvention-association',
    reponses: {
      representant: 'Rose Coulisse, présidente',
      adherents: 34,
      habitants: 27,
      objet: 'Le fonctionnement de l’année',
      description: 'Location de la salle de répétition et assurance.',
      montant: 900,
      total: 3200,
    },
    suite: [
      prend(3),
      consigne(9, () => ({
        type: 'verification-ouverte',
        motif: 'Deux devis joints portent le même numéro et des montants différents.',
      })),
    ],
  },
  {
    qui: 'lucas',
    ilYA: 22,
    demarche: 'carte-stationnement-resident',
    reponses: { immatriculation: 'ZL-208-QK' },
    suite: [
      prend(2),
      consigne(5, (le) => ({
        type: 'original-demande',
        piece: 'Carte grise',
        motif: 'L’adresse est illisible sur la photographie.',
        jusquau: ajouter(le, 'P30D'),
        recommande: { numero: '1A 000 000 0000 0', le },
      })),
    ],
  },
  {
    qui: 'chloe',
    ilYA: 43,
    demarche: 'stationnement-demenagement',
    suite: [
      prend(1),
      refuse(
        6,
        'La rue du Four est fermée ce jour-là pour la fête du quartier.',
        'Arrêté municipal du 2 septembre, article 3.',
      ),
      conteste(14, 'La fête a été reportée : l’affiche de la mairie le dit. La rue sera libre.'),
    ],
  },
];
