import { accepte, ecarte, type Histoire, ouvre, prend, qualifie, repond } from '../../histoire.ts';
import type { Aubevivois } from './gens.ts';

/** What comes by mail and by SMS: qualified, set aside, or not read yet. */
export const messages: Histoire<Aubevivois>[] = [
  {
    qui: 'maud',
    ilYA: 48,
    par: 'courriel',
    objet: 'Un abri à vélos devant la médiathèque',
    texte:
      'Bonjour,\n\nNous sommes nombreux à venir à vélo à la médiathèque et à les attacher aux arbres. Je demande que la commune pose un abri, ou au moins des arceaux.\n\nMaud Estrambières\n22 boulevard du Levant',
    suite: [
      qualifie(1, 'demande-libre', 'voirie'),
      prend(3),
      repond(
        9,
        'Bonjour Madame, dix arceaux sont prévus. Je cherche encore l’emplacement avec l’architecte des bâtiments.',
      ),
    ],
  },
  {
    qui: 'robert',
    ilYA: 29,
    par: 'courriel',
    objet: 'Bruit de la pompe du lavoir',
    texte:
      'Bonjour,\n\nDepuis les travaux, la pompe du lavoir se met en marche à 5 heures du matin. Je demande qu’elle soit réglée sur 8 heures.\n\nMerci d’avance,\nRobert Vaugrenard\n3 chemin du Canal',
    suite: [
      qualifie(1, 'demande-libre', 'voirie'),
      prend(2),
      accepte(6, 'La pompe démarre maintenant à 8 heures. L’horloge était restée à l’heure d’hiver.'),
    ],
  },
  {
    qui: 'publicite',
    ilYA: 15,
    par: 'courriel',
    objet: 'Vos bâches publicitaires à -40 % ce mois-ci !!!',
    texte:
      'Chers élus, profitez de notre offre exceptionnelle sur les bâches personnalisées pour vos événements.',
    suite: [ecarte(1, 'publicite')],
  },
  {
    qui: 'pierrick',
    ilYA: 7,
    par: 'courriel',
    objet: 'Communication du procès-verbal du conseil',
    texte:
      'Madame, Monsieur,\n\nJe souhaite recevoir une copie du procès-verbal du conseil municipal du mois dernier, en particulier la délibération sur le stationnement.\n\nAvec mes remerciements,\nPierre-Éric Sautarel',
    suite: [qualifie(1, 'acces-document-administratif')],
  },
  {
    qui: 'jardins',
    ilYA: 5,
    par: 'courriel',
    objet: 'Photos de la clôture',
    texte:
      'Bonjour, comme convenu au téléphone, les photos de la clôture tombée cette nuit. Peut-on la relever nous-mêmes ?',
    fichiers: ['photo de la clôture', 'photo du portail'],
  },
  {
    qui: 'emile',
    ilYA: 2,
    par: 'courriel',
    objet: '',
    texte: 'Et la benne à verre du quartier, elle revient quand ?',
  },
  {
    qui: 'demenageurs',
    ilYA: 4,
    par: 'courriel',
    objet: 'Réponse automatique : absence du planning',
    texte: 'Notre planning est fermé jusqu’à lundi. Votre message sera lu à notre retour.',
    automate: 'absence',
  },
  {
    qui: 'publicite',
    ilYA: 3,
    par: 'courriel',
    objet: 'La lettre des communes qui communiquent',
    texte: 'Dans ce numéro : dix idées pour vos panneaux, et notre salon de printemps.',
    automate: 'liste',
  },
  {
    qui: 'raymonde',
    ilYA: 18,
    par: 'courriel',
    objet: 'Banc de la rue Basse',
    texte:
      'Bonjour,\n\nMme Tourvieille est passée au secrétariat. Elle demande que le banc de la rue Basse soit remis : elle s’y repose en revenant du marché.\n\nSolange, secrétariat du maire',
    transmisPar: { boite: 'secretariat', nom: 'Secrétariat du maire' },
    suite: [
      ouvre(1),
      qualifie(1, 'demande-libre', 'voirie'),
      prend(3),
      repond(5, 'Bonjour Madame, le banc est à l’atelier. Il sera remis avant la fin du mois.'),
    ],
  },
  {
    qui: 'lucas',
    ilYA: 1,
    par: 'courriel',
    objet: 'Message reçu au standard',
    texte:
      'M. Peyrolier a appelé : il voudrait savoir si l’atelier de réparation du samedi reprend.\n\nSolange, secrétariat du maire',
    transmisPar: { boite: 'secretariat', nom: 'Secrétariat du maire' },
  },
  {
    qui: 'zoe',
    ilYA: 4,
    par: 'courriel',
    objet: 'Changement d’adresse',
    texte:
      'Bonjour, merci de m’envoyer désormais tous vos courriers au 12 rue du Four, et d’oublier l’ancienne adresse.\n\nZoé Fabriès',
    preuve: 'dementie',
  },
  {
    qui: 'robert',
    ilYA: 5,
    par: 'courriel',
    objet: 'Lampadaire du chemin du Canal',
    texte:
      'Bonjour,\n\nLe lampadaire devant chez moi reste allumé en plein jour. Je demande qu’il soit réglé.\n\nRobert Vaugrenard\n3 chemin du Canal',
    preuve: 'aucune',
    suite: [qualifie(1, 'demande-libre', 'voirie')],
  },
  {
    qui: 'ines',
    ilYA: 1,
    par: 'courriel',
    objet: 'Attestation',
    texte: '',
    fichiers: ['Attestation d’assurance'],
  },
  {
    qui: 'aicha',
    ilYA: 26,
    par: 'sms',
    texte: 'Bonjour, le lampadaire devant le batiment B des Muriers est eteint depuis 3 jours. Merci',
    suite: [
      qualifie(1, 'demande-libre', 'voirie'),
      prend(2),
      repond(3, 'Bonjour, la lampe est commandée. L’équipe passe mardi.'),
    ],
  },
  { qui: 'chloe', ilYA: 8, par: 'sms', texte: 'Bonjour la piscine ouvre quel jour svp' },
  {
    qui: 'fatou',
    ilYA: 3,
    par: 'sms',
    texte:
      'Je n arrive pas a envoyer la photo du trottoir, elle fait 14 Mo. Vous pouvez passer voir ? 27 av des Muriers bat A',
  },
  {
    qui: 'yasmine',
    ilYA: 0,
    par: 'sms',
    texte: 'Bonjour, la maîtresse de Nael demande son certificat d’inscription. Où le trouver ?',
  },
];
